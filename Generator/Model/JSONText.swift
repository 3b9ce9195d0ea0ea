import OpenAPIDocument

/// An example of the specification as JSON text.
package struct JSONText {
    private let value: SpecValue

    /// The text of a value.
    package init(_ value: SpecValue) {
        self.value = value
    }

    /// On several lines, indented by two spaces.
    package var pretty: String { text(value, indent: 0) }

    /// On one line.
    package var compact: String {
        switch value.kind {
        case .array(let elements): "[\(elements.map { JSONText($0).compact }.joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.key)):\(JSONText($0.value).compact)" }.joined(separator: ","))}"
        default: text(value, indent: 0)
        }
    }

    private func text(_ value: SpecValue, indent: Int) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch value.kind {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .integer(let number): return "\(number)"
        case .number(let number): return "\(number)"
        case .string(let text): return Self.quoted(text)
        case .array(let elements) where elements.isEmpty: return "[]"
        case .array(let elements):
            return "[\n" + elements.map { inner + text($0, indent: indent + 2) }.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where members.isEmpty: return "{}"
        case .object(let members):
            return "{\n"
                + members.map { "\(inner)\(Self.quoted($0.key)): \(text($0.value, indent: indent + 2))" }.joined(separator: ",\n")
                + "\n\(outer)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
