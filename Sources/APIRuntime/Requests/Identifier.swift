import JSONBytes

/// The identifier of one kind of thing, a type of its own so that identifiers of two kinds are never confused.
///
/// It is made from any text; one that cannot be sent in a path is refused before anything is sent.
public protocol Identifier: JSONStringValue, ParameterValue, ExpressibleByStringLiteral, CustomStringConvertible {
    /// Which characters are replaced and which texts are refused.
    static var rules: IdentifierRules { get }
}

extension Identifier {
    /// An identifier with a text, normalized by the rules.
    public init(_ text: String) {
        self.init(rawValue: text)
    }

    /// An identifier with a text, normalized by the rules.
    public init(stringLiteral text: String) {
        self.init(rawValue: text)
    }

    /// No replacements, nothing reserved.
    public static var rules: IdentifierRules { IdentifierRules() }

    /// The text.
    public var description: String { rawValue }

    /// The text; throws where it is empty, `.`, `..`, reserved, or holds control characters.
    public var parameterText: String {
        get throws(ParameterError) {
            if let violation = Self.rules.violation(of: rawValue) { throw ParameterError(violation) }
            return rawValue
        }
    }
}
