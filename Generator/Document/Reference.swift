import SpecDiagnostics

extension Document {
    /// A `$ref`: the file and the JSON pointer within it.
    package struct Reference: Sendable {
        /// The text as written.
        package let text: String
        /// The file it leads to, and the pointer, as one key.
        package let key: String
        /// The part after the last slash: the name of what it leads to.
        package let name: String
        /// Where the `$ref` stands.
        package let location: SourceLocation
    }

    /// An object of the specification that stands here or elsewhere.
    package enum Referenced<Object: Sendable>: Sendable {
        case inline(Object)
        case reference(Reference)
    }
}

/// A JSON pointer (RFC 6901).
package enum JSONPointer {
    /// The names that a pointer leads through; nil if it is none.
    package static func names(_ pointer: String) -> [String]? {
        guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
        return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(unescaped)
    }

    /// The unescaped parts of a pointer that may be percent-encoded, as in a URL fragment.
    static func tokens(_ pointer: Substring) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
            unescaped(Substring(percentDecoded(String(token))))
        }
    }

    private static func unescaped(_ token: Substring) -> String {
        String(token).replacing("~1", with: "/").replacing("~0", with: "~")
    }

    static func token(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Document.Reference {
    /// Leads to an object by its key.
    package init(to key: String, at location: SourceLocation) {
        let name = JSONPointer.tokens(key[(key.firstIndex(of: "#") ?? key.endIndex)...]).last ?? key
        self.init(text: key, key: key, name: name, location: location)
    }
}
