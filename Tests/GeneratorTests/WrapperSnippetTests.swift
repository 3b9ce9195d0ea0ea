import SwiftRenderer
import Testing

/// `x-apigen-wrappers`: a type of its own around a free-form value.
@Suite(.oneAtATime)
struct WrapperSnippetTests {
    @Test func type() throws {
        let spec = SpecText(
            schemas: "Input: {description: Input., x-apigen-wrappers: {custom: /parameters/custom, default: '/a~1b/~0'}}"
        )
        #expect(
            try spec.swift("Types/Input.swift") == """
                public struct Input: JSONWrapper {
                    public let value: JSONValue
                    public init(_ value: JSONValue) {
                        self.value = value
                    }
                    public static func custom(_ members: JSONObject) -> Input {
                        Input(.object(members), at: ["parameters", "custom"])
                    }
                    public static func custom(encoding value: some Encodable) throws -> Input {
                        try Input(encoding: value, at: ["parameters", "custom"])
                    }
                    public static func `default`(_ members: JSONObject) -> Input {
                        Input(.object(members), at: ["a/b", "~"])
                    }
                    public static func `default`(encoding value: some Encodable) throws -> Input {
                        try Input(encoding: value, at: ["a/b", "~"])
                    }
                }
                """
        )
    }

    @Test func members() throws {
        let spec = SpecText(
            schemas: """
                Input: {x-apigen-wrappers: {custom: /c}}
                Job: {type: object, required: [must], properties: {must: {$ref: '#/components/schemas/Input'}, may: {$ref: '#/components/schemas/Input'}}}
                """
        )
        let text = try spec.swift("Types/Job.swift")
        #expect(text.contains("    public var must = Input(.null)\n    public var may: Input?\n"))
        #expect(text.contains("        coder.value(&must)\n        coder.value(&may)\n"))
    }

    @Test(
        arguments: [
            (
                "{type: object, x-apigen-wrappers: {a: /a}}",
                "6:47: error: 'x-apigen-wrappers' on a schema that is not free-form is not supported [unsupported]; "
                    + "remove the type or the wrappers"
            ),
            ("{x-apigen-wrappers: {a: b}}", "6:36: error: 'a' is 'b', not a JSON pointer such as '/a/b' [wrong-type]"),
            ("{x-apigen-wrappers: {a: 1}}", "6:36: error: 'a' is 1, not a JSON pointer such as '/a/b' [wrong-type]"),
            (
                "{x-apigen-wrappers: {raw: /a}}",
                "6:33: error: no Swift name can be made of 'raw' [unusable-name]; give it another with x-apigen-name"
            ),
            (
                "{x-apigen-wrappers: {'a() {}; static func b': /a}}",
                "6:33: error: no Swift name can be made of 'a() {}; static func b' [unusable-name]; give it another with x-apigen-name"
            ),
        ]
    )
    func wrongUse(schema: String, message: String) {
        #expect(SpecText(schemas: "Input: \(schema)").messages.first == "spec.yaml:\(message)")
    }

    @Test(
        arguments: [
            ("{p: {c: {k: [coffee], n: 50}}}", #".custom(["k": ["coffee"], "n": 50])"#, ".custom({input.p.c})"),
            ("{p: {c: {}}}", ".custom([:])", ".custom({input.p.c})"),
            ("{p: {}}", ".outer([:])", ".outer({input.p})"),
            ("{p: {c: {k: 1}, d: 2}}", #".outer(["c": ["k": 1], "d": 2])"#, ".outer({input.p})"),
            ("{p: {c: 1}, q: 2}", #".raw(["p": ["c": 1], "q": 2])"#, ".raw({input})"),
            ("{p: [null, true, 1.5, -2]}", #".raw(["p": [.null, true, 1.5, -2]])"#, ".raw({input})"),
            ("{k: flat}", #".raw(["k": "flat"])"#, ".raw({input})"),
            ("\"\\\\(x) \\\"\\n\"", #".raw(#"\(x) ""#, ".raw({input})"),
        ]
    )
    func examples(example: String, argument: String, place: String) throws {
        let spec = SpecText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /run:
                post:
                  operationId: run
                  x-apigen-resource: runs
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [input], properties: {input: {$ref: '#/components/schemas/Input'}}}
                        example: {input: \(example)}
                  responses: {"204": {description: Done.}}
            components: {schemas: {Input: {x-apigen-wrappers: {outer: /p, custom: /p/c}}}}
            """
        )
        let api = try #require(spec.resolve().api)
        let call = CallExample(api.operations[0], in: api)
        #expect(call.code.hasPrefix("try await client.runs.run(input: \(argument)"))
        #expect(call.template == "try await client.runs.run(input: \(place))")
    }
}
