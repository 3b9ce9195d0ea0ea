import SpecDiagnostics

/// A value of the specification as it is written, with its place.
package struct SpecValue: Sendable {
    /// What kinds of value there are.
    package enum Kind: Sendable {
        case null
        case bool(Bool)
        case integer(Int64)
        /// A number with a fraction or exponent, or one beyond 64 bits.
        case number(Double)
        case string(String)
        case array([SpecValue])
        case object([Member])
    }

    /// A key with its value.
    package struct Member: Sendable {
        /// The key.
        package let key: String
        /// Where the key stands.
        package let location: SourceLocation
        /// The value.
        package let value: SpecValue
    }

    /// The value.
    package let kind: Kind
    /// Where it stands.
    package let location: SourceLocation
}

extension SpecValue {
    /// The text, if this is a string.
    package var string: String? { if case .string(let text) = kind { text } else { nil } }
    /// The truth value, if this is one.
    package var bool: Bool? { if case .bool(let value) = kind { value } else { nil } }
    /// The members, if this is an object.
    package var members: [Member]? { if case .object(let members) = kind { members } else { nil } }
    /// The elements, if this is an array.
    package var elements: [SpecValue]? { if case .array(let elements) = kind { elements } else { nil } }
    /// Whether this is null.
    package var isNull: Bool { if case .null = kind { true } else { false } }

    /// The integer, if this is a number without a fraction that fits.
    package var integer: Int64? {
        switch kind {
        case .integer(let value): value
        case .number(let value): Int64(exactly: value)
        default: nil
        }
    }

    /// The number, if this is one.
    package var number: Double? {
        switch kind {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The value of a member, if this is an object that has it.
    package subscript(key: String) -> SpecValue? {
        members?.first { $0.key == key }?.value
    }

    /// The value itself, in words, where it is short; else what kind of value it is.
    package var words: String {
        switch kind {
        case .bool(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .string(let text): "'\(text)'"
        default: kindName
        }
    }

    /// What kind of value this is, in words.
    package var kindName: String {
        switch kind {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
