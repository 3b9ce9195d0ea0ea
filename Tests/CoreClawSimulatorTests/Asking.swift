import Foundation
import Testing

@testable import CoreClawSimulator

/// An answer of the service, read.
struct ServiceAnswer {
    let status: Int
    let json: JSON

    var code: Int64? { json["code"]?.integer }
    var data: JSON? { json["data"] }
}

extension Simulator {
    /// Asks with a key and a body, and reads the answer.
    func ask(
        _ method: String,
        _ path: String,
        _ body: JSON? = nil,
        over transport: Transport = .memory
    ) async throws -> ServiceAnswer {
        let request = SimulatedRequest(
            method: method,
            path: path,
            headers: ["Authorization": "Bearer \(apiKey)", "Content-Type": "application/json"],
            body: body?.bytes ?? []
        )
        let response = try await transport.send(request, to: self)
        return ServiceAnswer(status: response.status, json: try JSON(parsing: response.body))
    }

    /// Starts a run of a Worker and returns its identifier.
    func start(_ worker: String = SeededWorkers.maps, _ custom: JSON = ["keywords": ["coffee"], "max_results": 10]) async throws
        -> String
    {
        let answer = try await ask("POST", "/api/v2/workers/\(worker)/runs", ["input": .nested(custom)])
        return try #require(answer.data?["run_slug"]?.string, "\(answer.json.text)")
    }

    /// Returns once a run has been started besides the seeded ones.
    func untilARunIsStarted() async throws {
        while try await ask("GET", "/api/v2/worker-runs/last").data?["slug"]?.string == SeededRuns.moving {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    func status(of run: String) async throws -> String? {
        try await ask("GET", "/api/v2/worker-runs/\(run)").data?["status"]?.string
    }
}

extension JSON {
    /// An input as the service wants it.
    static func nested(_ custom: JSON) -> JSON { ["parameters": ["custom": custom]] }

    /// An input as v1 wants it.
    static func v1Input(_ custom: JSON) -> JSON {
        [
            "parameters": [
                "system": [
                    "cpus": .double(0.125), "memory": 512, "execute_limit_time_seconds": 1800, "max_total_charge": 0,
                    "max_total_traffic": 0,
                ],
                "custom": custom,
            ]
        ]
    }
}
