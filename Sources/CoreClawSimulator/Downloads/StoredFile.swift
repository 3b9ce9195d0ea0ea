import NIOCore

/// A file that can be downloaded.
struct StoredFile: Sendable {
    let path: String
    let name: String
    let contentType: String
    let bytes: ByteBuffer
    /// Another content has another tag, also where the bytes happen to be equal.
    let entityTag: String
    private let content: FileContent
    private let revision: Int

    init(_ content: FileContent, name: String, path: String, revision: Int = 1) {
        (self.content, self.name, self.path, self.revision) = (content, name, path, revision)
        contentType = content.contentType
        bytes = ByteBuffer(bytes: content.bytes)
        entityTag = "\"\(String(CRC32.checksum(of: bytes.readableBytesView), radix: 16))-\(revision)\""
    }

    var size: Int { bytes.readableBytes }

    /// The same file with another content.
    var changed: StoredFile {
        StoredFile(content.changed, name: name, path: path, revision: revision + 1)
    }
}
