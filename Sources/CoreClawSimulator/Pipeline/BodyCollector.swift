import Hummingbird

/// Gathers the bytes of a body.
actor BodyCollector {
    private(set) var bytes: [UInt8] = []
    private(set) var isFinished = false

    func append(_ buffer: ByteBuffer) {
        bytes += buffer.readableBytesView
    }

    func finish() {
        isFinished = true
    }
}
