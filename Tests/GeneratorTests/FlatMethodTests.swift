import Testing

/// `x-apigen-methods`: several methods that build one request.
@Suite(.oneAtATime)
struct FlatMethodTests {
    private func spec(_ extensions: String, body: String? = nil) -> SpecText {
        let members = "id: {type: string}, is_async: {type: boolean, default: true}, limit: {type: integer, maximum: 100}"
        let schema = body ?? "{type: object, required: [id], properties: {\(members)}}"
        return SpecText(
            paths: """
                /run:
                  post:
                    operationId: run
                    summary: Runs it.
                    x-apigen-resource: runs
                    \(extensions)
                    requestBody: {required: true, content: {application/json: {schema: \(schema)}}}
                    responses: {"204": {description: Done.}}
                """
        )
    }

    @Test func eachIsAMethod() throws {
        let spec = spec(
            "x-apigen-methods: [{name: run, fixed: {is_async: true}, omit: [limit]}, {name: wait, fixed: {is_async: false}}]"
        )
        #expect(
            try spec.swift("Resources/RunsResource.swift") == """
                public struct RunsResource: Sendable {
                    let client: TestClient
                    public func run(id: String) async throws {
                        try await client.send(Run(body: RunBody(id: id, isAsync: true)))
                    }
                    public func wait(id: String, limit: Int? = nil) async throws {
                        try await client.send(Run(body: RunBody(id: id, isAsync: false, limit: limit)))
                    }
                }
                extension TestClient {
                    public var runs: RunsResource { RunsResource(client: self) }
                }
                """
        )
        #expect(spec.resolve().api?.operations.first?.callPath == ["runs", "run"])
    }

    @Test func textsOfTheirOwn() throws {
        let api = try #require(spec("x-apigen-methods: [{name: a}, {name: b, summary: B., description: More.}]").resolve().api)
        let texts = api.operations.flatMap(\.methods).map {
            "\($0.name): \($0.documentation.summary) \($0.documentation.discussion)"
        }
        #expect(texts == ["a: Runs it. ", "b: B. More."])
    }

    @Test(
        arguments: [
            (
                "x-apigen-methods: [{name: a, fixed: {is_asink: true}}]",
                "9:44: error: the body of 'run' has no member 'is_asink' [unknown-member]; did you mean 'is_async'?"
            ),
            (
                "x-apigen-methods: [{name: a, fixed: {is_async: 1}}]",
                "9:54: error: the value of 'is_async' does not fit its schema: $ is an integer, not boolean [value-mismatch]"
            ),
            (
                "x-apigen-methods: [{name: a, fixed: {limit: 101}}]",
                "9:51: error: the value of 'limit' does not fit its schema: $ is above the maximum [value-mismatch]"
            ),
            (
                "x-apigen-methods: [{name: a, omit: [lmit]}]",
                "9:43: error: the body of 'run' has no member 'lmit' [unknown-member]; did you mean 'limit'?"
            ),
            (
                "x-apigen-methods: [{name: a, omit: [id]}]",
                "9:43: error: the method 'a' omits 'id', which the body must have [omitted-member]; give it a value under 'fixed'"
            ),
            (
                "x-apigen-methods: [{name: a, fixed: {limit: 1}, omit: [limit]}]",
                "9:62: error: 'fixed: limit' and 'omit: limit' exclude each other [conflicting-keys]; keep one of them"
            ),
            (
                "x-apigen-methods: [{name: a}]\n    x-apigen-method: b",
                "9:25: error: 'x-apigen-method' and 'x-apigen-methods' exclude each other [conflicting-keys]; keep one of them"
            ),
            ("x-apigen-methods: []", "9:25: error: 'x-apigen-methods' is an empty one, not an array of methods [wrong-type]"),
            ("x-apigen-methods: [{fixed: {}}]", "9:26: error: a method has no 'name' [missing-key]"),
            (
                "x-apigen-methods: [{name: a}, {name: a}]",
                "9:37: error: 'runs' has two methods called 'a' [duplicate-method-name]; give one of them another with x-apigen-method"
            ),
        ]
    )
    func wrongUse(extensions: String, message: String) {
        #expect(spec(extensions).messages.first == "spec.yaml:\(message)")
    }

    @Test func bodiesThatAreAlsoReadHaveNoArgumentsToFix() {
        let spec = SpecText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                put:
                  operationId: putA
                  x-apigen-methods: [{name: put, fixed: {a: x}}]
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                  responses: {"200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
            components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
            """
        )
        #expect(
            spec.messages == [
                "spec.yaml:7:26: error: 'fixed' and 'omit' without arguments for the members of the body is not supported [unsupported]; "
                    + "give the operation a required body of named members that nothing else uses"
            ]
        )
    }

    @Test func valuesWithoutALiteral() {
        let spec = spec(
            "x-apigen-methods: [{name: a, fixed: {at: '2026-01-01T00:00:00Z'}}]",
            body: "{type: object, properties: {at: {type: string, format: date-time}}}"
        )
        #expect(
            spec.messages == [
                "spec.yaml:9:48: error: '2026-01-01T00:00:00Z' for a member of type Date is not supported [unsupported]; "
                    + "leave 'at' to the caller"
            ]
        )
    }
}
