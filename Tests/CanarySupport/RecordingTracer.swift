import Foundation
import Tracing

/// Keeps every span that ended.
package final class RecordingTracer: Tracer, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var ended: [RecordedSpan] = []

    /// The tracer of this process, in use from the first time it is asked for.
    package static let shared: RecordingTracer = {
        let tracer = RecordingTracer()
        InstrumentationSystem.bootstrap(tracer)
        return tracer
    }()

    /// The spans of one operation's path, in the order of their ends.
    package func spans(template: String) -> [RecordedSpan] {
        lock.withLock { ended.filter { $0.attribute("url.template") == template } }
    }

    /// The spans of the requests to one port, in the order of their ends.
    package func spans(port: Int) -> [RecordedSpan] {
        lock.withLock { ended.filter { $0.attribute("server.port") == port.description } }
    }

    package func startSpan<Instant: TracerInstant>(
        _ operationName: String,
        context: @autoclosure () -> ServiceContext,
        ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant,
        function: String,
        file fileID: String,
        line: UInt
    ) -> RecordedSpan {
        RecordedSpan(operationName, kind: kind, context: context()) { [self] span in
            Canary.check(
                "\(span.operationName) \(span.attributes) \(span.errors) \(span.events) \(span.status.map { "\($0)" } ?? "")",
                .span
            )
            lock.withLock { ended.append(span) }
        }
    }

    package func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier,
        into context: inout ServiceContext,
        using extractor: Extract
    ) where Extract.Carrier == Carrier {}

    package func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext,
        into carrier: inout Carrier,
        using injector: Inject
    ) where Inject.Carrier == Carrier {
        injector.inject("trace-1", forKey: "traceparent", into: &carrier)
    }

    package func forceFlush() {}
}

package final class RecordedSpan: Span, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var state = (name: "", attributes: SpanAttributes(), status: SpanStatus?.none, errors: [String](), events: [String]())
    private let onEnd: @Sendable (RecordedSpan) -> Void
    package let kind: SpanKind
    package let context: ServiceContext
    package let isRecording = true

    init(_ name: String, kind: SpanKind, context: ServiceContext, onEnd: @escaping @Sendable (RecordedSpan) -> Void) {
        self.kind = kind
        self.context = context
        self.onEnd = onEnd
        state.name = name
    }

    package var operationName: String {
        get { lock.withLock { state.name } }
        set { lock.withLock { state.name = newValue } }
    }

    package var attributes: SpanAttributes {
        get { lock.withLock { state.attributes } }
        set { lock.withLock { state.attributes = newValue } }
    }

    package var status: SpanStatus? { lock.withLock { state.status } }
    package var errors: [String] { lock.withLock { state.errors } }
    package var events: [String] { lock.withLock { state.events } }

    package func attribute(_ name: String) -> String? {
        switch attributes.get(name) {
        case .string(let text): text
        case .int64(let number): number.description
        case .int32(let number): number.description
        default: nil
        }
    }

    package func setStatus(_ status: SpanStatus) { lock.withLock { state.status = status } }
    package func addEvent(_ event: SpanEvent) { lock.withLock { state.events.append("\(event.name) \(event.attributes)") } }
    package func addLink(_ link: SpanLink) {}

    package func recordError<Instant: TracerInstant>(
        _ error: any Error,
        attributes: SpanAttributes,
        at instant: @autoclosure () -> Instant
    ) {
        lock.withLock { state.errors.append("\(error)") }
    }

    package func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) { onEnd(self) }
}
