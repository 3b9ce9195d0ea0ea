import CoreMetrics
import Foundation

/// Keeps what every counter and timer was told.
package final class RecordingMetrics: MetricsFactory, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var values: [String: [Int64]] = [:]

    /// The metrics of this process, in use from the first time they are asked for.
    package static let shared: RecordingMetrics = {
        let metrics = RecordingMetrics()
        MetricsSystem.bootstrap(metrics)
        return metrics
    }()

    /// What was recorded under a label and dimensions, such as `label[operation=a,outcome=200]`.
    package func recorded(_ label: String) -> [Int64] { lock.withLock { values[label] ?? [] } }

    private final class Handler: Sendable, CounterHandler, TimerHandler, RecorderHandler {
        let note: @Sendable (Int64) -> Void
        init(_ note: @escaping @Sendable (Int64) -> Void) { self.note = note }
        func increment(by amount: Int64) { note(amount) }
        func reset() {}
        func recordNanoseconds(_ duration: Int64) { note(duration) }
        func record(_ value: Int64) { note(value) }
        func record(_ value: Double) {}
    }

    private func handler(_ label: String, _ dimensions: [(String, String)]) -> Handler {
        let parts = dimensions.filter { $0.0 != "service" }.map { "\($0.0)=\($0.1)" }
        Canary.check("\(label) \(dimensions)", .metric)
        let key = "\(label)[\(parts.joined(separator: ","))]"
        return Handler { [self] value in lock.withLock { values[key, default: []].append(value) } }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler { handler(label, dimensions) }
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { handler(label, dimensions) }
    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        handler(label, dimensions)
    }
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
}
