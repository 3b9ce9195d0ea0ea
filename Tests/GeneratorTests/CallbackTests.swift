import DocCRenderer
import Foundation
import SwiftRenderer
import Testing

@testable import APIModel

/// What the service sends by itself: a type that is read, a section of the page, examples that are checked and compiled.
@Suite(.oneAtATime)
struct CallbackTests {
    private func spec(_ callback: String, schema: String = "{type: object, required: [id], properties: {id: {type: string}}}")
        -> SpecText
    {
        var spec = SpecText(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a: {post: {operationId: a, callbacks: {ended: \(callback)}, responses: {}}}
              /b: {post: {operationId: b, callbacks: {ended: \(callback)}, responses: {}}}
            components:
              callbacks:
                ended:
                  "{$request.body#/url}":
                    post:
                      summary: Says that it ended.
                      requestBody:
                        content:
                          application/json:
                            schema: \(schema)
                            examples: {done: {summary: Done, value: {id: x}}}
                      responses: {"2XX": {description: Heard.}}
            """
        )
        spec.settings =
            "{document: spec.yaml, module: Test, client: TestClient, outputs: {client: Out, pages: Docs, examples: Examples}}"
        return spec
    }

    private let shared = "{$ref: '#/components/callbacks/ended'}"

    @Test func aSharedOneHasOneType() throws {
        let api = try #require(spec(shared).resolve().api)
        #expect(api.types.map(\.name) == ["Ended"])
        #expect(api.operations.map { $0.callbacks.map(\.type) } == [[.named("Ended")], [.named("Ended")]])
        #expect(api.model("Ended")?.isBuiltByCallers == false)
    }

    @Test func anInlineOneIsNamedByItsOperation() throws {
        let inline =
            "{'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}, responses: {}}}}"
        #expect(spec(inline).resolve().api?.types.map(\.name) == ["AEnded", "BEnded"])
    }

    @Test func page() throws {
        let api = try #require(spec(shared).resolve().api)
        let pages = try DocCRenderer { _ in .init(code: "", template: "", symbol: "A/a()") }.render(api)
        let page = try #require(pages.first { $0.path == "Docs/Operation-a.md" }).contents
        #expect(
            page.contains(
                """
                ## Callback

                Says that it ended.

                `ended` is a `POST` to `{$request.body#/url}`.

                Decode the body as ``Ended``:

                ```swift
                let ended = try Ended(json: body)
                ```

                | Field | In Swift | Type | Meaning |
                |---|---|---|---|
                | `id` |  | string |  |

                **Done**

                ```json
                {
                  "id": "x"
                }
                ```

                Expected responses:

                - `2XX`: Heard.
                """
            )
        )
    }

    @Test func examplesAreCompiledOnce() throws {
        let api = try #require(spec(shared).resolve().api)
        let file = try #require(try SwiftRenderer().render(api).first { $0.path == "Examples/Examples.swift" }).contents
        #expect(file.contains("        (\"Ended: Done\", #\"{\"id\":\"x\"}\"#, { try Ended(json: $0).jsonText() }),\n    ]"))
        #expect(file.components(separatedBy: "Ended: Done").count == 2)
    }

    @Test func examplesAreChecked() {
        #expect(
            spec(shared, schema: "{type: object, properties: {id: {type: integer}}}").messages == [
                "spec.yaml:16:62: warning: the example does not fit its schema: $.id is a string, not integer [example-mismatch]"
            ]
        )
    }

    @Test(
        arguments: [
            (
                "{'{$url}': {post: {requestBody: {content: {text/plain: {}}}, responses: {}}}}",
                "4:68: warning: a callback that sends no JSON is not supported [unsupported]; "
                    + "give it a requestBody with content of application/json"
            ),
            (
                "{$ref: '#/components/callbacks/endet'}",
                "4:57: error: nothing is at '#/components/callbacks/endet' [unresolved-reference]; did you mean 'ended'?"
            ),
            (
                "{'{$url}': {$ref: '#/paths/~1a'}}",
                "4:43: warning: a callback of a callback is not supported [unsupported]; describe it where the first one is sent from"
            ),
            ("5", "4:50: error: a callback is an integer, not an object [wrong-type]"),
        ]
    )
    func wrongUse(callback: String, message: String) {
        #expect(spec(callback).messages.first == "spec.yaml:\(message)")
    }
}
