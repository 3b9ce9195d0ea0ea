import Hummingbird
import Logging
import NIOCore

/// What the pipeline knows about the request at hand.
struct ServiceContext: RequestContext {
    private struct InMemorySource: RequestContextSource {
        let logger: Logger
    }

    var coreContext: CoreRequestContextStorage
    /// The connection; nil for a request that came over no socket.
    let channel: (any Channel)?
    /// The operation that the request addresses; nil when there is none.
    var route: Route?
    /// The envelope in which to answer, also when there is no operation.
    var version = APIVersion.v2
    /// nil when answers carry none.
    var requestID: String?
    var errorDetails = ErrorDetailsRule.absent
    var arguments = Arguments()
    /// Whether a page is to be answered with the rows of the page before it.
    var repeatsPage = false

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// A context for a request that came over no socket.
    init(logger: Logger) {
        coreContext = .init(source: InMemorySource(logger: logger))
        channel = nil
    }
}
