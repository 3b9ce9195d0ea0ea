import APIModel
import DocCRenderer
import Testing

@Suite(.oneAtATime)
struct PageTests {
    @Test func operationPage() throws {
        var spec = SpecText(
            paths: """
                /runs/{id}:
                  get:
                    operationId: getRun
                    summary: Reads a run.
                    x-apigen-resource: runs
                    x-apigen-method: get
                    parameters:
                      - {name: id, in: path, required: true, description: "The | run.", schema: {type: string}, example: r1}
                      - {name: limit, in: query, description: Rows., schema: {type: integer, minimum: 1, maximum: 100, default: 20}}
                    responses: {"200": {description: Fine.}}
                """
        )
        spec.settings = "{document: spec.yaml, module: Test, outputs: {pages: Docs}}"
        let api = try #require(spec.resolve().api)
        let pages = try DocCRenderer { _ in .init(code: "print(1)", template: "runs.get({id})", symbol: "RunsResource/get(_:)") }
            .render(api)
        let page = try #require(pages.first { $0.path == "Docs/Operation-getRun.md" }).contents
        #expect(page.hasPrefix("# Get run\n"))
        #expect(page.contains("| `id` | `id` | string | The \\| run. |"))
        #expect(page.contains("| `limit` | `limit` | no | integer | Rows. Default `20`. From 1 to 100. |"))
        #expect(
            page.contains(
                """
                ```http
                GET /runs/{id}?limit={limit} HTTP/1.1
                Host: https://example.com
                # security: none
                # safe
                # path id: string, required. The | run.
                # query limit: integer, default 20, minimum 1, maximum 100. Rows.
                # swift: runs.get({id})
                ```
                """
            )
        )
        #expect(page.contains("curl -X GET \"https://example.com/runs/r1\""))
        #expect(page.contains("``RunsResource/get(_:)``"))
        #expect(!page.contains("\n\n\n"))
    }

    @Test func hostileTextMakesNoMarkup() throws {
        var spec = SpecText(
            paths: """
                /a:
                  get:
                    operationId: getA
                    summary: "@Metadata {"
                    description: "# Heading\\n<script>alert(1)</script>\\n@Tab {"
                    responses: {}
                """
        )
        spec.settings = "{document: spec.yaml, module: Test, outputs: {pages: Docs}}"
        let api = try #require(spec.resolve().api)
        let pages = try DocCRenderer { _ in .init(code: "", template: "", symbol: "A/a()") }.render(api)
        let page = try #require(pages.first { $0.path == "Docs/Operation-getA.md" }).contents
        #expect(page.contains("\n\\@Metadata {\n"))
        #expect(page.contains("\\# Heading\n\\<script>"))
    }
}
