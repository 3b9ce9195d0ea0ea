/// A file to be sent, held in memory.
public struct UploadFile: Sendable, Hashable {
    /// The name the service is told.
    public var name: String
    /// The media type, such as `image/png`.
    public var contentType: String
    /// The content.
    public var bytes: [UInt8]

    /// A file with a name, a media type and a content.
    public init(name: String, contentType: String = "application/octet-stream", bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }
}
