/// Why a document could not be read or a value could not be written, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong; a later version may know more kinds.
    public enum Kind: String, Sendable, CaseIterable {
        /// The document ends inside a value.
        case unexpectedEnd
        /// A byte stands where JSON allows none such.
        case unexpectedByte
        /// Something other than white space follows the document.
        case trailingBytes
        /// A number breaks the grammar: `01`, `1.`, `+1`.
        case invalidNumber
        /// A string has an unknown escape or an incomplete `\u`.
        case invalidEscape
        /// A string has a control character that is not escaped.
        case controlCharacter
        /// A string is not UTF-8.
        case invalidUTF8
        /// More arrays and objects are open than ``JSONLimits`` allows.
        case tooDeep
        /// A value of another type is expected here.
        case typeMismatch
        /// A number does not fit the type.
        case outOfRange
        /// A string is no date, URL, decimal number or base64 as expected.
        case invalidValue
        /// A closed enumeration has no such value.
        case unknownValue
        /// A required member is not in its object.
        case missingMember
        /// A member is not known where only known ones are allowed.
        case unknownMember
        /// A dictionary cannot hold two names, because `String` takes them for equal.
        case ambiguousMember
        /// A value cannot be said in JSON, such as NaN.
        case unwritable

        /// Whether the document is well-formed and only a value is not the one expected.
        var isAboutValue: Bool {
            switch self {
            case .typeMismatch, .outOfRange, .invalidValue, .unknownValue, .missingMember, .unknownMember, .ambiguousMember: true
            default: false
            }
        }
    }

    /// The parts, in a class so that a thrown error is one pointer wide.
    private final class Storage: Sendable {
        let kind: Kind
        let message: String
        let path: String
        let offset: Int
        let member: String?
        let value: String?

        init(kind: Kind, message: String, path: String, offset: Int, member: String? = nil, value: String? = nil) {
            self.kind = kind
            self.message = message
            self.path = path
            self.offset = offset
            self.member = member
            self.value = value
        }
    }

    private let storage: Storage

    /// Makes an error at a byte offset; path and value are added where the whole document is at hand.
    public init(_ kind: Kind, _ message: String, path: String = "", offset: Int = 0, value: String? = nil) {
        storage = Storage(kind: kind, message: message, path: path, offset: offset, value: value)
    }

    /// Makes the error of a member that is missing in, or unknown to, the object that begins at `offset`.
    init(_ kind: Kind, _ message: String, member: String, offset: Int) {
        storage = Storage(kind: kind, message: message, path: "", offset: offset, member: member)
    }

    /// What is wrong.
    public var kind: Kind { storage.kind }

    /// What is wrong, in words, without the place.
    public var message: String { storage.message }

    /// Where, from the root: `$.data.list[3].usage`; empty when the document is not known.
    public var path: String { storage.path }

    /// Where, in bytes from the start of the document.
    public var offset: Int { storage.offset }

    /// The JSON of the value that has the wrong type or is out of range, at most 64 characters of it.
    public var value: String? { storage.value }

    /// Path, message, value and offset in one line.
    public var description: String {
        let place = path.isEmpty ? "" : "\(path): "
        return "\(place)\(message)\(value.map { ": \($0)" } ?? "") (byte \(offset))"
    }

    /// Whether kind, message, path and offset are equal.
    public static func == (left: JSONError, right: JSONError) -> Bool {
        left.kind == right.kind && left.offset == right.offset && left.path == right.path && left.message == right.message
    }

    /// What stands in a message for the rest of a text that was cut.
    public static let ellipsis = "…"

    /// The first 64 characters of a text in quotation marks.
    static func quote(_ text: String) -> String {
        "\"\(cut(text))\""
    }

    /// The first 64 characters of a text: what a document holds may be of any length.
    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 64, limitedBy: scalars.endIndex), end < scalars.endIndex
        else {
            return text
        }
        return String(scalars[..<end]) + ellipsis
    }

    /// The same error with its path, found by walking `document` up to the offset, and the value that is there.
    func located(in document: JSONStorage) -> JSONError {
        guard path.isEmpty else { return self }
        var path = JSONPath(to: offset, in: document)
        if let member = storage.member { path.append(member: member) }
        let value = kind == .typeMismatch || kind == .outOfRange ? document.value(at: offset).map(Self.cut) : nil
        return JSONError(kind, message, path: path.description, offset: offset, value: value)
    }
}
