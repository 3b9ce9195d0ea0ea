// `RawRepresentable` has defaults of its own for these, each for one type of raw value; the ones here are more specific, so
// that none is ambiguous or synthesized.

extension JSONComposite where Self: RawRepresentable, RawValue == String {
    /// Reads the string through any decoder; throws `DecodingError` for one that is no value of a closed enumeration.
    public init(from decoder: any Decoder) throws {
        self = try .reading(String.self, from: decoder) { JSONError.quote($0) }
    }

    /// Writes the string through any encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// Whether the raw values are the same bytes in UTF-8.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue.hasSameBytes(as: right.rawValue)
    }

    /// Hashes the bytes of the raw value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(JSONExactText(rawValue))
    }
}

extension JSONComposite where Self: RawRepresentable, RawValue == Int {
    /// Reads the integer through any decoder; throws `DecodingError` for one that is no value of a closed enumeration.
    public init(from decoder: any Decoder) throws {
        self = try .reading(Int.self, from: decoder) { $0.description }
    }

    /// Writes the integer through any encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue
    }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }
}

extension RawRepresentable where RawValue: Decodable {
    /// Reads a raw value through any decoder; where there is no such value, the error quotes it.
    fileprivate static func reading(_ type: RawValue.Type, from decoder: any Decoder, quote: (RawValue) -> String) throws -> Self
    {
        let container = try decoder.singleValueContainer()
        let rawValue = try container.decode(type)
        guard let value = Self(rawValue: rawValue) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(quote(rawValue)) is no value of \(Self.self)"
            )
        }
        return value
    }
}
