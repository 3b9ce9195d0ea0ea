import Testing

@testable import CoreClawSimulator

struct ValueRuleTests {
    @Test(arguments: [
        (ValueRule.any, #"{"x":[1]}"#, []),
        (.any, "null", []),
        (.boolean(), "1", ["v must be a boolean"]),
        (.integer(), "1.5", ["v must be an integer"]),
        (.integer(values: [1, 2]), "3", ["v must be one of 1, 2"]),
        (.number(minimum: 0.125, maximum: 4), "4.5", ["v must be at most 4.0"]),
        (.number(minimum: 0.125), "0", ["v must be at least 0.125"]),
        (.string(minimumLength: 1), #""""#, ["v must have at least 1 characters"]),
        (.string(maximumLength: 1), #""ab""#, ["v must have at most 1 characters"]),
        (.string(pattern: "^[A-Z]{2}$"), #""US""#, []),
        (.string(pattern: "^[A-Z]{2}$"), #""usa""#, ["v must match ^[A-Z]{2}$"]),
        (.string(), "null", ["v must not be null"]),
        (.string().nullable, "null", []),
        (.array(of: .string()), #"["a",1]"#, ["v[1] must be a string"]),
        (.object(["a": .integer()], required: ["a", "b"]), #"{"a":"x"}"#, ["v.b is required", "v.a must be an integer"]),
        (.object(["a": .any], isClosed: true), #"{"a":1,"c":2}"#, ["v.c is not allowed"]),
        (.object(["a": .any]), #"{"c":2}"#, []),
    ])
    func everyBreachIsNamed(_ rule: ValueRule, _ json: String, _ problems: [String]) throws {
        #expect(rule.problems(of: try JSON(parsing: Array(json.utf8)), named: "v") == problems)
    }

    @Test(
        arguments: [
            (ValueRule.integer(), ["12"], JSON.integer(12)),
            (.integer(), ["1.0"], "1.0"),
            (.number(), ["1e2"], .double(100)),
            (.number(), ["inf"], "inf"),
            (.boolean(), ["true"], .bool(true)),
            (.boolean(), ["TRUE"], "TRUE"),
            (.string(), ["7"], "7"),
            (.array(of: .integer()), ["1", "2"], .array([1, 2])),
            (.object(), [#"{"a":1}"#], ["a": 1]),
        ] as [(ValueRule, [String], JSON)]
    )
    func parametersAreReadByTheirRule(_ rule: ValueRule, _ texts: [String], _ value: JSON) {
        #expect(rule.value(of: texts) == value)
    }
}
