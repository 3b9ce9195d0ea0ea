import Hummingbird
import NIOCore

/// What the file server knows about the request at hand.
struct DownloadContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}
