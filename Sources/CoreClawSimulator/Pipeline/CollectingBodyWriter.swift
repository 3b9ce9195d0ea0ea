import Hummingbird

/// Writes a body into a collector in place of a socket.
struct CollectingBodyWriter: ResponseBodyWriter {
    let collector: BodyCollector

    func write(_ buffer: ByteBuffer) async throws {
        await collector.append(buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        await collector.finish()
    }
}
