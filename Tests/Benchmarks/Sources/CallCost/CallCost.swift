import CoreClaw
import Foundation
import HTTPTypes
import Measuring

/// Prints what a call costs apart from the network and the page: CPU time of a call, and the memory that many calls leave behind.
@main
struct CallCost {
    private static let rounds = 7
    private static let calls = 20_000
    private static let memoryCalls = 240_000
    private static let width = 64

    static func main() async throws {
        // A number of calls is for profilers: that many are made, one after the other, and nothing is measured.
        let profiled = CommandLine.arguments.dropFirst().first.flatMap { Int($0) }
        let client = CoreClawClient(apiKey: "benchmark-key") { $0.transport = EmptyPage() }
        let call: @Sendable () async throws -> Void = { _ = try await client.runs.list().page(1) }
        _ = try await processorMicroseconds(width: 1, calls: profiled ?? calls, call)
        guard profiled == nil else { return }

        var sequential: [Double] = [], concurrent: [Double] = []
        for _ in 0..<rounds {
            sequential.append(try await processorMicroseconds(width: 1, calls: calls, call))
            concurrent.append(try await processorMicroseconds(width: width, calls: calls, call))
        }
        _ = try await processorMicroseconds(width: width, calls: memoryCalls, call)

        print("| A call without a network, with an empty page | CPU µs |\n|---|---|")
        print("| one after the other | \(Spread(sequential).text(2)) |")
        print("| \(width) at once | \(Spread(concurrent).text(2)) |")
        print("\nResident memory after \(memoryCalls) more calls, \(width) at once: ", terminator: "")
        print(String(format: "%.0f MiB\n", ProcessUsage.residentMebibytes))
        let goals = [
            Goal("CPU µs per call, one after the other", Spread(sequential).median, .atMost(6)),
            Goal("CPU µs per call, \(width) at once", Spread(concurrent).median, .atMost(6)),
            Goal("resident MiB", ProcessUsage.residentMebibytes, .atMost(60)),
        ]
        for goal in goals { print(goal) }
        if goals.contains(where: { !$0.isMet }) { exit(1) }
    }

    private static func processorMicroseconds(
        width: Int,
        calls: Int,
        _ call: @escaping @Sendable () async throws -> Void
    ) async throws -> Double {
        let start = ProcessUsage.processorTime
        let share = calls / width
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask { for _ in 0..<share { try await call() } }
            }
            try await group.waitForAll()
        }
        return (ProcessUsage.processorTime - start) * 1e6 / Double(share * width)
    }
}

/// A transport that returns an empty page at once.
private struct EmptyPage: HTTPTransport {
    private static let body = Array(
        #"{"code":0,"message":"success","data":{"count":0,"page_index":1,"page_size":20,"list":[]},"request_id":"r"}"#.utf8
    )

    func send(_ request: HTTPRequest, body: [UInt8]?, limits: HTTPTransportLimits) async throws -> HTTPTransportResponse {
        HTTPTransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
            body: HTTPBodyStream(Self.body)
        )
    }
}
