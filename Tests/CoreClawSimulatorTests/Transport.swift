import Foundation
import Testing

@testable import CoreClawSimulator

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The two ways to ask a simulator; both must answer alike.
enum Transport: CaseIterable {
    case memory, socket

    func send(_ request: SimulatedRequest, to simulator: Simulator, timeout: TimeInterval = 3600) async throws
        -> SimulatedResponse
    {
        switch self {
        case .memory: await simulator.respond(to: request)
        case .socket: try await sendOverSocket(request, to: simulator, timeout: timeout)
        }
    }

    private func sendOverSocket(
        _ request: SimulatedRequest,
        to simulator: Simulator,
        timeout: TimeInterval
    ) async throws -> SimulatedResponse {
        let url = try #require(URL(string: simulator.baseURL.absoluteString + request.path))
        var outgoing = URLRequest(url: url, timeoutInterval: timeout)
        outgoing.httpMethod = request.method
        outgoing.allHTTPHeaderFields = request.headers
        outgoing.httpBody = request.body.isEmpty ? nil : Data(request.body)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = timeout
        let session = URLSession(configuration: configuration)
        defer { session.finishTasksAndInvalidate() }
        let (body, answer) = try await session.data(for: outgoing)
        let response = try #require(answer as? HTTPURLResponse)
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        return SimulatedResponse(status: response.statusCode, headers: headers, body: Array(body), isComplete: true)
    }
}

extension Simulator {
    /// Asks with a key and reads the answer as JSON.
    func get(_ path: String, over transport: Transport = .memory) async throws -> JSON {
        let request = SimulatedRequest(path: path, headers: ["Authorization": "Bearer \(apiKey)"])
        return try JSON(parsing: try await transport.send(request, to: self).body)
    }

    /// Asks with a key.
    func answer(_ path: String) async -> SimulatedResponse {
        await respond(to: SimulatedRequest(path: path, headers: ["Authorization": "Bearer \(apiKey)"]))
    }
}

extension JSON {
    var list: [JSON] {
        guard case .array(let elements) = self["data"]?["list"] else { return [] }
        return elements
    }

    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }
}

extension SimulatorOptions {
    /// Nothing happens by itself: the time stands still, and a callback is waited for on the busiest machine.
    static var still: SimulatorOptions {
        var options = SimulatorOptions(clock: .manual())
        options.callbackTimeout = .seconds(3600)
        return options
    }
}
