import Hummingbird
import NIOCore
import NIOHTTPTypes

/// What the file server knows about the request at hand.
struct DownloadContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// Waits until what was written has left for the socket: closing a connection drops the rest.
    func flush() async throws {
        // Whatever is written comes after all that was written before, and so does its being done.
        let nothing = HTTPResponsePart.body(ByteBuffer())
        try await withTaskCancellationHandler {
            try await channel.writeAndFlush(nothing)
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
