/// A value that is null or something else, for members that tell null from absence.
///
/// A member of type `Nullable<String>?` has three states: nil leaves it out, `.null` sends null, `.value("x")`, or just `"x"`, sends the
/// value.
public enum Nullable<Wrapped> {
    /// `null`.
    case null
    /// A value.
    case value(Wrapped)

    /// Makes the value, or `null` of nil.
    public init(_ optional: Wrapped?) {
        self = optional.map { .value($0) } ?? .null
    }

    /// The value, or nil if it is `null`.
    public var optional: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: JSONCodable where Wrapped: JSONCodable {
    /// Reads `null` or a value.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Nullable {
        reader.null() ? .null : .value(try Wrapped.read(from: &reader))
    }

    /// Writes `null` or the value.
    public func write(to writer: inout JSONWriter) {
        optional.write(to: &writer)
    }
}

extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
    /// A value.
    public init(booleanLiteral value: Wrapped.BooleanLiteralType) {
        self = .value(Wrapped(booleanLiteral: value))
    }
}

extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
    /// A value.
    public init(integerLiteral value: Wrapped.IntegerLiteralType) {
        self = .value(Wrapped(integerLiteral: value))
    }
}

extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
    /// A value.
    public init(floatLiteral value: Wrapped.FloatLiteralType) {
        self = .value(Wrapped(floatLiteral: value))
    }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Wrapped: ExpressibleByUnicodeScalarLiteral {
    /// A value.
    public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
        self = .value(Wrapped(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A value.
    public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
        self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
    /// A value.
    public init(stringLiteral value: Wrapped.StringLiteralType) {
        self = .value(Wrapped(stringLiteral: value))
    }
}

extension Nullable: ExpressibleByStringInterpolation where Wrapped: ExpressibleByStringInterpolation {
    /// A value.
    public init(stringInterpolation value: Wrapped.StringInterpolation) {
        self = .value(Wrapped(stringInterpolation: value))
    }
}

extension Nullable: ExpressibleByArrayLiteral where Wrapped: RangeReplaceableCollection & ExpressibleByArrayLiteral {
    /// A value.
    public init(arrayLiteral elements: Wrapped.Element...) {
        self = .value(Wrapped(elements))
    }
}

extension Nullable: ExpressibleByDictionaryLiteral where Wrapped: JSONMapping {
    /// A value; of two equal names the last wins.
    public init(dictionaryLiteral members: (Wrapped.Key, Wrapped.Value)...) {
        self = .value(Wrapped(mapping: members))
    }
}

extension Nullable: CustomStringConvertible {
    /// `null`, or the value as it describes itself.
    public var description: String {
        optional.map { "\($0)" } ?? "null"
    }
}
