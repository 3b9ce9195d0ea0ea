/// Any JSON value, with exact integers.
///
/// Two values are equal when they are the same JSON: `5` equals `5.0`, and the order of members does not count.
///
/// ```swift
/// let input: JSONValue = ["keywords": ["coffee"], "max_results": 50]
/// let first = input["keywords"]?[0]?.string
/// ```
public enum JSONValue: JSONComposite {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction and exponent that 64 bits hold.
    case integer(Int64)
    /// Any other number that a double holds; `-0` is one.
    case double(Double)
    /// The text of a number that is out of range for both.
    case number(String)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in order.
    case object(JSONObject)
}

extension JSONValue {
    /// The string, if it is one.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The integer, if it is one; `5.0` is.
    public var integer: Int? {
        switch self {
        case .integer(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    /// The integer from 0 to 2^64 - 1, if it is one; `5.0` is.
    public var unsignedInteger: UInt64? {
        switch self {
        case .integer(let value): UInt64(exactly: value)
        case .double(let value): UInt64(exactly: value)
        case .number(let text): UInt64(text)
        default: nil
        }
    }

    /// Makes an integer, beyond the range of ``integer(_:)`` as ``number(_:)``.
    public init(_ unsignedInteger: UInt64) {
        self = Int64(exactly: unsignedInteger).map { .integer($0) } ?? .number(unsignedInteger.description)
    }

    /// The number as the nearest finite double, if it is one.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .number(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }

    /// The boolean, if it is one.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements, if it is an array.
    public var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, if it is an object.
    public var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// Whether it is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The member of that name; nil where there is none, or where it is no object.
    public subscript(name: String) -> JSONValue? {
        object?[name]
    }

    /// The element at that position; nil where there is none, or where it is no array.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSONValue: CustomStringConvertible {
    /// A string as it is, anything else as compact JSON.
    public var description: String {
        if case .string(let value) = self { return value }
        var writer = JSONWriter()
        write(to: &writer)
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }
}
