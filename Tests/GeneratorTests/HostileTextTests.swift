import DocCRenderer
import OpenAPIDocument
import SpecDiagnostics
import SwiftParser
import SwiftRenderer
import SwiftSyntax
import Testing

@testable import APIModel
@testable import OpenAPIDocument
@testable import apigen

/// Text that would leave its place: it is refused with its place, or becomes harmless.
@Suite(.oneAtATime)
struct HostileTextTests {
    private func operation(_ members: String) -> SpecText {
        var spec = SpecText(paths: "/a: {get: {\(members), responses: {}}}")
        spec.settings =
            "{document: spec.yaml, module: Test, client: TestClient, outputs: {client: Out, pages: Docs, routes: Routes}}"
        return spec
    }

    private func files(_ spec: SpecText) throws -> [GeneratedFile] {
        let api = try #require(spec.resolve().api)
        return try SwiftRenderer().render(api) + DocCRenderer { _ in .init(code: "", template: "", symbol: "A/a()") }.render(api)
    }

    @Test func operationsStayInTheirFolder() throws {
        let paths = try files(operation("operationId: '../../evil'")).map(\.path)
        #expect(paths.contains("Docs/Operation-------evil.md"))
        #expect(paths.allSatisfy { !$0.contains("..") })
    }

    @Test func pagesHaveNamesOfTheirOwn() throws {
        let paths = try files(operation("operationId: Quirks")).map { $0.path.lowercased() }
        #expect(Set(paths).count == paths.count)
    }

    @Test(arguments: [
        ("operationId: x, x-apigen-method: 'b() {} ; func evil'", "b() {} ; func evil"),
        ("operationId: x, x-apigen-resource: 'a: Int { 1 }; public var b'", "a: Int { 1 }; public var b"),
        ("operationId: x, x-apigen-method: _", "_"),
    ])
    func namesThatAreCode(members: String, name: String) {
        #expect(
            operation(members).messages == [
                "spec.yaml:4:13: error: no Swift name can be made of '\(name)' [unusable-name]; give it another with x-apigen-name"
            ]
        )
    }

    @Test func valuesThatAreCode() throws {
        let enumeration = "{type: integer, enum: [1, null, '{ fatalError() }()']}"
        let spec = operation("operationId: x, parameters: [{name: n, in: query, schema: \(enumeration)}]")
        let routes = try #require(try files(spec).first { $0.path.hasPrefix("Routes/") }).contents
        #expect(routes.contains("values: [1])"))
        #expect(!routes.contains("fatalError"))
    }

    @Test func boundsThatDoNotFit() throws {
        let spec = operation(
            "operationId: x, parameters: [{name: n, in: query, schema: {type: integer, minimum: 0.5, maximum: 18446744073709551615}}]"
        )
        let routes = try #require(try files(spec).first { $0.path.hasPrefix("Routes/") }).contents
        #expect(routes.contains(".integer(minimum: 1)"))
    }

    @Test func fencesStayClosed() throws {
        let spec = operation(
            "operationId: x, description: \"Text\\n\\n```\\nopen\", parameters: [{name: 'a|b`c', in: query, schema: {type: string, default: \"1\\n```\\n# H\"}}]"
        )
        let page = try #require(try files(spec).first { $0.path == "Docs/Operation-x.md" }).contents
        #expect(!page.contains("\n# H"))
        #expect(page.contains("\n```\nopen\n```\n"))
        #expect(page.contains("| `a\\|b'c` |"))
    }

    @Test func curlRunsNothingElse() throws {
        let parameter = "{name: 'a$(id)`id`', in: query, schema: {type: string}, example: '\"; id'}"
        let spec = operation("operationId: x, parameters: [\(parameter)]")
        let page = try #require(try files(spec).first { $0.path == "Docs/Operation-x.md" }).contents
        #expect(page.contains("curl -X GET \"https://example.com/a?a(id)id=;id\""))
    }

    @Test(arguments: ["Output", "Pagination", "Identifier", "JSONValue", "Self"])
    func typesThatHideOthers(name: String) {
        let messages = SpecText(schemas: "\(name): {type: object, properties: {a: {type: string}}}").messages
        #expect(messages.count == 1)
        #expect(messages.first?.contains("would hide") == true)
    }

    private static let hostile = [
        "*/", "\"", "\\(fatalError())", "\n# H\n", "😀", "class", "", "../x", "```", "a|b`c", "{{ page }}", "@Tab {",
    ]

    /// A specification with a text in every place that the newer words have for one; it is YAML of one line, so JSON quotes fit.
    private func everywhere(_ text: String) throws -> SpecText {
        let quoted = JSONText(SpecValue(kind: .string(text), location: SourceLocation(file: "", line: 1, column: 1))).compact
        let quirk = "x-apigen-quirks: [{id: \(quoted), since: \(quoted), fact: \(quoted), client: \(quoted)}]"
        let schema =
            "{type: object, properties: {\(quoted): {type: string}, mode: {type: string}, input: {$ref: '#/components/schemas/Input'}}}"
        var spec = SpecText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  operationId: a
                  tags: [r]
                  \(quirk)
                  x-apigen-methods:
                    - {name: default, summary: \(quoted), description: \(quoted), fixed: {mode: \(quoted)}}
                    - {name: b, omit: [mode]}
                  x-apigen-timeout: {seconds: 1, when: {mode: \(quoted)}}
                  requestBody: {required: true, content: {application/json: {schema: \(schema), example: {input: {\(quoted): \(quoted)}}}}}
                  callbacks: {\(quoted): {\(quoted): {post: {summary: \(quoted), requestBody: {content: {application/json: {schema: \(schema), examples: {\(quoted): {value: {mode: \(quoted)}}}}}}, responses: {\(quoted): {description: \(quoted)}}}}}}
                  responses: {\(quoted): {description: \(quoted)}}
              /b: {get: {operationId: b, deprecated: true, x-apigen-replaced-by: a, responses: {}}}
            components: {schemas: {Input: {description: \(quoted), x-apigen-wrappers: {case: "/\(quoted.dropFirst().dropLast())"}}}}
            """
        )
        spec.settings =
            "{document: spec.yaml, module: Test, client: TestClient, outputs: {client: Out, pages: Docs, examples: Examples}}"
        return spec
    }

    @Test(arguments: hostile)
    func textInEveryPlace(text: String) throws {
        let spec = try everywhere(text)
        let api = try #require(spec.resolve().api, "\(spec.messages)")
        let swift = try SwiftRenderer().render(api)
        for file in swift {
            let parsed = Parser.parse(source: file.contents)
            #expect(!parsed.hasError, "\(file.path)")
            #expect(
                !parsed.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .backslash },
                "\(file.path) interpolates"
            )
        }
        let pages = try DocCRenderer { .init($0, in: api) }.render(api)
        for file in pages {
            let lines = file.contents.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(!lines.contains { $0 == "# H" || $0 == "@Tab {" }, "\(file.path): \(lines)")
            #expect(lines.filter { $0.drop { $0 == " " }.hasPrefix("```") }.count.isMultiple(of: 2), "\(file.path)")
        }
        #expect((swift + pages).allSatisfy { !$0.path.contains("..") })
    }

    @Test func objectsMadeOfThemselves() {
        let spec = SpecText(schemas: "A: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}")
        #expect(spec.messages.isEmpty)
    }

    @Test func membersThatCannotBeNamed() {
        let spec = SpecText(
            schemas: "A: {type: object, properties: {\"a\\nb\": {type: string}, \"\": {type: string}, c: {type: string}}}"
        )
        #expect(spec.resolve().api?.model("A")?.properties.map(\.name.wire) == ["c"])
        #expect(spec.messages.count == 2)
    }
}
