/// Where certificates or a private key in PEM come from; the text of a key appears in no description.
public enum PEMSource: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// A file at a path.
    case file(String)
    /// The text itself, in ASCII.
    case bytes([UInt8])

    /// The text itself, such as it stands in a variable of the environment.
    public static func text(_ text: String) -> PEMSource { .bytes(Array(text.utf8)) }

    /// The path of the file, or how many bytes there are; also of what stands in a path's place and is a text.
    public var description: String {
        switch self {
        case .file(let path) where path.contains("-----") || path.utf8.contains { $0 == 0x0A || $0 == 0x0D }:
            "\(path.utf8.count) bytes in place of a path"
        case .file(let path): "file \(path)"
        case .bytes(let bytes): "\(bytes.count) bytes"
        }
    }

    /// Without children, so that `dump` shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
