/// What a value must look like, the part of JSON Schema that the service checks.
struct ValueRule: Sendable {
    indirect enum Kind: Sendable {
        case any
        case boolean
        case integer(minimum: Int?, maximum: Int?, values: [Int]?)
        case number(minimum: Double?, maximum: Double?)
        case string(values: [String]?, minimumLength: Int?, maximumLength: Int?, pattern: String?)
        case array(of: ValueRule)
        case object(properties: KeyValuePairs<String, ValueRule>, required: [String], isClosed: Bool)
    }

    let kind: Kind
    var isNullable = false

    static var any: ValueRule { ValueRule(kind: .any) }

    static func boolean() -> ValueRule { ValueRule(kind: .boolean) }

    static func integer(minimum: Int? = nil, maximum: Int? = nil, values: [Int]? = nil) -> ValueRule {
        ValueRule(kind: .integer(minimum: minimum, maximum: maximum, values: values))
    }

    static func number(minimum: Double? = nil, maximum: Double? = nil) -> ValueRule {
        ValueRule(kind: .number(minimum: minimum, maximum: maximum))
    }

    static func string(
        values: [String]? = nil,
        minimumLength: Int? = nil,
        maximumLength: Int? = nil,
        pattern: String? = nil
    ) -> ValueRule {
        ValueRule(kind: .string(values: values, minimumLength: minimumLength, maximumLength: maximumLength, pattern: pattern))
    }

    static func array(of element: ValueRule) -> ValueRule { ValueRule(kind: .array(of: element)) }

    static func object(
        _ properties: KeyValuePairs<String, ValueRule> = [:],
        required: [String] = [],
        isClosed: Bool = false
    ) -> ValueRule {
        ValueRule(kind: .object(properties: properties, required: required, isClosed: isClosed))
    }

    /// The same rule, which also lets `null` pass.
    var nullable: ValueRule {
        var rule = self
        rule.isNullable = true
        return rule
    }
}
