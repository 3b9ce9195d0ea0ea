import DocCRenderer
import SwiftRenderer
import Testing

@testable import APIModel

/// Text that would leave its place: it is refused with its place, or becomes harmless.
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
