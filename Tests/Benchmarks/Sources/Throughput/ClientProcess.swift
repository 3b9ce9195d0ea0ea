import Foundation
import Measuring

/// A client that makes calls as its standard input says, `WIDTH CALLS` a line, and answers each line with a ``Measurement``.
struct ClientProcess {
    let contender: Contender
    let port: Int

    func run() async throws {
        let call = try contender.call(port: port)
        while let line = readLine() {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2 else { throw UsageError() }
            print(try await measure(call, width: numbers[0], calls: numbers[1]).line)
            fflush(nil)
        }
    }

    private func measure(
        _ call: @escaping @Sendable () async throws -> Int,
        width: Int,
        calls: Int
    ) async throws -> Measurement {
        let start = ContinuousClock.now, processor = ProcessUsage.processorTime
        let share = max(1, calls / width)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask {
                    for _ in 0..<share {
                        guard try await call() == 100 else { throw UnexpectedPage() }
                    }
                }
            }
            try await group.waitForAll()
        }
        let total = Double(share * width)
        return Measurement(
            requestsPerSecond: total / ((ContinuousClock.now - start) / .seconds(1)),
            processorMicroseconds: (ProcessUsage.processorTime - processor) * 1e6 / total,
            residentMebibytes: ProcessUsage.residentMebibytes,
            peakMebibytes: ProcessUsage.peakMebibytes
        )
    }
}

struct UnexpectedPage: Error {}
