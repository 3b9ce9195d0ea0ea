import Testing

@testable import APIModel

/// Which bodies become arguments, and which members tell null from absence.
@Suite(.oneAtATime)
struct BodySnippetTests {
    private func spec(schemas: String, _ operations: [(id: String, body: String, answer: String)]) -> SpecText {
        let paths = operations.map { id, body, answer in
            "  /\(id): {post: {operationId: \(id), requestBody: {required: true, content: {application/json: {schema: \(body)}}}, "
                + "responses: {'200': {description: d, content: {application/json: {schema: \(answer)}}}}}}"
        }
        return SpecText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
            \(paths.joined(separator: "\n"))
            components: {schemas: {\(schemas)}}
            """
        )
    }

    private let a = "{$ref: '#/components/schemas/A'}"
    private let object = "{type: object, properties: {x: {type: [string, 'null']}, y: {type: string}}}"
    private let none = "{type: string}"

    private func flattened(_ spec: SpecText) -> [Bool] {
        spec.resolve().api?.operations.map { $0.body?.flattened != nil } ?? []
    }

    @Test func sharedBodies() {
        #expect(flattened(spec(schemas: "A: \(object)", [("a", a, none), ("b", a, none)])) == [true, true])
    }

    @Test func bodiesThatAreAlsoRead() {
        #expect(flattened(spec(schemas: "A: \(object)", [("a", a, none), ("b", object, a)])) == [false, true])
    }

    @Test(arguments: [
        "{type: object, properties: {a: {$ref: '#/components/schemas/A'}}}",
        "{type: array, items: {$ref: '#/components/schemas/A'}}",
        "{type: object, additionalProperties: {$ref: '#/components/schemas/A'}}",
    ])
    func bodiesWithinOthers(body: String) {
        #expect(flattened(spec(schemas: "A: \(object)", [("a", a, none), ("b", body, none)])).first == false)
    }

    @Test func bodiesThatContainThemselves() {
        let node = "{type: object, properties: {next: \(a), x: {type: string}}}"
        #expect(flattened(spec(schemas: "A: \(node)", [("a", a, none)])) == [false])
    }

    @Test func membersNamedLikeParameters() throws {
        let spec = SpecText(
            paths: """
                /a/{x}:
                  put:
                    operationId: a
                    parameters: [{name: x, in: path, required: true, schema: {type: string}}]
                    requestBody: {required: true, content: {application/json: {schema: \(object)}}}
                    responses: {}
                """
        )
        #expect(flattened(spec) == [false])
    }

    @Test func nullAndAbsenceInWhatIsOnlySent() throws {
        let sent = try spec(schemas: "A: \(object)", [("a", a, none)]).swift("Types/A.swift")
        #expect(sent.contains("    public var x: Nullable<String>?\n    public var y: String?\n"))
        #expect(sent.contains("        coder.value(&x)\n        coder.string(&y)\n"))
    }

    @Test func nullIsNilInWhatIsRead() throws {
        #expect(try spec(schemas: "A: \(object)", [("a", a, a)]).swift("Types/A.swift").contains("public var x: String?\n"))
        #expect(try SpecText(schemas: "A: \(object)").swift("Types/A.swift").contains("public var x: String?\n"))
    }

    @Test func formsAndParametersCannotSayNull() throws {
        let form = SpecText(
            paths:
                "/a: {post: {operationId: a, requestBody: {required: true, content: {multipart/form-data: {schema: \(object)}}}, responses: {}}}"
        )
        #expect(try form.swift("Types/ABody.swift").contains("public var x: String?\n"))
        let parameter = SpecText(
            paths: "/a: {get: {operationId: a, parameters: [{name: q, in: query, schema: \(object)}], responses: {}}}"
        )
        #expect(try parameter.swift("Types/AQ.swift").contains("public var x: String?\n"))
    }

    @Test func whatSaysNullItselfStaysAsItIs() throws {
        let members =
            "{type: object, properties: {any: {}, w: {$ref: '#/components/schemas/W'}, l: {type: [array, 'null'], default: [], items: {type: string}}, z: {type: [integer, 'null'], x-apigen-absent: 0}}}"
        let spec = spec(schemas: "W: {nullable: true, x-apigen-wrappers: {a: /a}}", [("a", members, none)])
        let text = try spec.swift("Types/ABody.swift")
        #expect(
            text.contains(
                "public var any: JSONValue?\n    public var w: W?\n    public var l: [String] = []\n    public var z: Int?\n"
            )
        )
    }
}
