import NIOCore
import NIOHTTPTypes

extension Channel {
    /// Waits until what was written has left for the socket: closing a connection drops the rest.
    func flushed() async throws {
        // Whatever is written comes after all that was written before, and so does its being done.
        let nothing = HTTPResponsePart.body(ByteBuffer())
        try await withTaskCancellationHandler {
            try await writeAndFlush(nothing)
        } onCancel: {
            close(promise: nil)
        }
    }
}
