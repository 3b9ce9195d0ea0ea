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
    /// What the file is about; nil for nothing that is asked for again.
    private let subject: String?
    private let revision: Int

    init(_ content: FileContent, name: String, path: String, subject: String? = nil, revision: Int = 1) {
        (self.content, self.name, self.path, self.subject, self.revision) = (content, name, path, subject, revision)
        contentType = content.contentType
        bytes = ByteBuffer(bytes: content.bytes)
        entityTag = "\"\(String(CRC32.checksum(of: bytes.readableBytesView), radix: 16))-\(revision)\""
    }

    var size: Int { bytes.readableBytes }

    /// Whether both are about the same thing and hold the same.
    func isSame(as other: StoredFile) -> Bool {
        subject != nil && subject == other.subject && entityTag == other.entityTag && bytes == other.bytes
    }

    /// The same file with another content.
    var changed: StoredFile {
        StoredFile(content.changed, name: name, path: path, subject: subject, revision: revision + 1)
    }
}
