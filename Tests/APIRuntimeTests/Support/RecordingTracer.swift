import Foundation
import Tracing

/// Keeps every span that ended.
final class RecordingTracer: Tracer, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var ended: [RecordedSpan] = []

    /// The tracer of this process, in use from the first time it is asked for.
    static let shared: RecordingTracer = {
        let tracer = RecordingTracer()
        InstrumentationSystem.bootstrap(tracer)
        return tracer
    }()

    /// The spans of one operation's path, in the order of their ends.
    func spans(template: String) -> [RecordedSpan] {
        lock.withLock { ended.filter { $0.attribute("url.template") == template } }
    }

    /// The spans of the requests to one port, in the order of their ends.
    func spans(port: Int) -> [RecordedSpan] {
        lock.withLock { ended.filter { $0.attribute("server.port") == port.description } }
    }

    func startSpan<Instant: TracerInstant>(
        _ operationName: String,
        context: @autoclosure () -> ServiceContext,
        ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant,
        function: String,
        file fileID: String,
        line: UInt
    ) -> RecordedSpan {
        RecordedSpan(operationName, kind: kind, context: context()) { [self] span in lock.withLock { ended.append(span) } }
    }

    func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier,
        into context: inout ServiceContext,
        using extractor: Extract
    ) where Extract.Carrier == Carrier {}

    func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext,
        into carrier: inout Carrier,
        using injector: Inject
    ) where Inject.Carrier == Carrier {
        injector.inject("trace-1", forKey: "traceparent", into: &carrier)
    }

    func forceFlush() {}
}

final class RecordedSpan: Span, @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var state = (name: "", attributes: SpanAttributes(), status: SpanStatus?.none, errors: [String]())
    private let onEnd: @Sendable (RecordedSpan) -> Void
    let kind: SpanKind
    let context: ServiceContext
    let isRecording = true

    init(_ name: String, kind: SpanKind, context: ServiceContext, onEnd: @escaping @Sendable (RecordedSpan) -> Void) {
        self.kind = kind
        self.context = context
        self.onEnd = onEnd
        state.name = name
    }

    var operationName: String {
        get { lock.withLock { state.name } }
        set { lock.withLock { state.name = newValue } }
    }

    var attributes: SpanAttributes {
        get { lock.withLock { state.attributes } }
        set { lock.withLock { state.attributes = newValue } }
    }

    var status: SpanStatus? { lock.withLock { state.status } }
    var errors: [String] { lock.withLock { state.errors } }

    func attribute(_ name: String) -> String? {
        switch attributes.get(name) {
        case .string(let text): text
        case .int64(let number): number.description
        case .int32(let number): number.description
        default: nil
        }
    }

    func setStatus(_ status: SpanStatus) { lock.withLock { state.status = status } }
    func addEvent(_ event: SpanEvent) {}
    func addLink(_ link: SpanLink) {}

    func recordError<Instant: TracerInstant>(
        _ error: any Error,
        attributes: SpanAttributes,
        at instant: @autoclosure () -> Instant
    ) {
        lock.withLock { state.errors.append("\(error)") }
    }

    func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) { onEnd(self) }
}
