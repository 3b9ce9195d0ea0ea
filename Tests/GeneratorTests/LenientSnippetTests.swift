import Testing

/// Values that come in more than one form: what is emitted for them, and what is refused.
@Suite(.oneAtATime)
struct LenientSnippetTests {
    @Test func objectsThatMayBeStrings() throws {
        let spec = SpecText(
            schemas: """
                Line:
                  type: [object, string]
                  x-apigen-shorthand: text
                  properties:
                    text: {type: string}
                """
        )
        let swift = try spec.swift("Types/Line.swift")
        #expect(swift.hasPrefix("public struct Line: JSONShorthandModel {\n"))
        #expect(swift.contains("    public init(shorthand text: String) {\n        self.text = text\n    }\n"))
    }

    @Test(
        arguments: [
            ("{type: [object, string], x-apigen-shorthand: nothing, properties: {text: {type: string}}}", "unknown-member"),
            ("{type: object, x-apigen-shorthand: text, properties: {text: {type: string}}}", "unsupported"),
            ("{type: [object, string], x-apigen-shorthand: text, properties: {text: {type: integer}}}", "unsupported"),
            (
                "{type: [object, string], x-apigen-shorthand: text, required: [n], properties: {text: {type: string}, n: {type: integer}}}",
                "unsupported"
            ),
        ]
    )
    func shorthandsThatCannotBe(schema: String, id: String) {
        #expect(SpecText(schemas: "Line: \(schema)").messages.contains { $0.contains("[\(id)]") })
    }

    @Test func integersThatMayBeWords() throws {
        let spec = SpecText(
            schemas: "Level: {type: [integer, string], enum: [1, 2], x-apigen-open: true, x-enum-varnames: [low, high]}"
        )
        let swift = try spec.swift("Types/Level.swift")
        #expect(swift.hasPrefix("public struct Level: JSONNamedValue, ParameterValue {\n    public let rawValue: String\n"))
        #expect(swift.contains("public static let low = Level(rawValue: \"1\")"))
        #expect(swift.contains("public static let names = [\"low\", \"high\"]"))
    }

    @Test(arguments: [("[up, down]", ".lowercased()"), ("[UP, DOWN]", ".uppercased()")])
    func valuesInAnyCase(values: String, folding: String) throws {
        let spec = SpecText(
            schemas: "Way: {type: string, enum: \(values), x-apigen-open: true, x-apigen-case-insensitive: true}"
        )
        #expect(try spec.swift("Types/Way.swift").contains("self.rawValue = rawValue\(folding)\n"))
    }

    @Test(arguments: ["enum: [up, DOWN], x-apigen-open: true", "enum: [up, down]"])
    func caseThatCannotBeIgnored(members: String) {
        let spec = SpecText(schemas: "Way: {type: string, \(members), x-apigen-case-insensitive: true}")
        #expect(spec.messages.contains { $0.contains("'x-apigen-case-insensitive' here is not supported") })
    }

    @Test func flags() throws {
        let spec = SpecText(
            schemas: """
                Switch:
                  type: object
                  required: [on]
                  properties:
                    on: {type: integer, format: boolean, enum: [0, 1], x-apigen-name: isOn}
                    spare: {type: integer, format: boolean}
                """
        )
        let swift = try spec.swift("Types/Switch.swift")
        #expect(swift.contains("public var isOn = false\n    public var spare: Bool?\n"))
        #expect(swift.contains("coder.flag(&isOn)\n        coder.flag(&spare)\n"))
    }

    @Test func codesOfWhatIsDone() throws {
        let spec = SpecText(
            paths: """
                /stop:
                  post:
                    operationId: stop
                    x-apigen-idempotency: idempotent
                    x-apigen-done-when-repeated: [70002]
                    responses: {"204": {description: Done.}}
                """
        )
        #expect(try spec.swift("Operations/Stop.swift").contains("doneWhenRepeated: [70002])"))
    }

    @Test func kindsOfErrors() throws {
        var spec = SpecText(paths: "/a:\n  get: {operationId: a, responses: {\"204\": {description: Done.}}}")
        spec.files["spec.yaml"]? +=
            "x-apigen-error-codes: [{code: 5, key: POOR, meaning: No money., retry: never, kind: rejected}]\n"
        #expect(
            try spec.swift("TestClient.swift").contains(#"ErrorCode(5, "POOR", "No money.", retry: .never, kind: .rejected),"#)
        )
        spec.files["spec.yaml"] = spec.files["spec.yaml"]?.replacing("kind: rejected", with: "kind: odd")
        #expect(spec.messages.contains { $0.contains("'odd' is no 'kind'") })
    }
}
