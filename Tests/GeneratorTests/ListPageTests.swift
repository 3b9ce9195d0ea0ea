import DocCRenderer
import Foundation
import Testing

@testable import APIModel

/// The pages on the API as a whole.
@Suite(.oneAtATime)
struct ListPageTests {
    private func pages(_ text: String) throws -> [String: String] {
        var spec = SpecText("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + text)
        spec.settings = "{document: spec.yaml, module: Test, client: TestClient, outputs: {pages: Docs}}"
        let api = try #require(spec.resolve().api)
        let files = try DocCRenderer { _ in .init(code: "", template: "", symbol: "A/a()") }.render(api)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.contents) })
    }

    @Test func migration() throws {
        let pages = try pages(
            """
            paths:
              /v1/a: {get: {operationId: oldA, tags: [v1], x-apigen-method: a, deprecated: true, x-apigen-replaced-by: a, responses: {}}}
              /v2/a: {get: {operationId: a, tags: [things], x-apigen-methods: [{name: get}, {name: other}], responses: {}}}
            """
        )
        #expect(
            pages["Docs/Migration.md"]?.contains(
                "| <doc:Operation-oldA> | `GET /v1/a` | `v1.a` | <doc:Operation-a> | `GET /v2/a` | `things.get` |"
            ) == true
        )
        #expect(
            pages["Docs/Operations.md"]?.contains("<doc:Migration> lists the deprecated operations and their successors.")
                == true
        )
    }

    @Test func noMigrationWithoutSuccessors() throws {
        let pages = try pages("paths:\n  /a: {get: {operationId: a, deprecated: true, responses: {}}}")
        #expect(pages["Docs/Migration.md"] == nil)
        #expect(pages["Docs/Operations.md"]?.contains("Migration") == false)
    }

    @Test func quirksFromEverywhere() throws {
        func quirk(_ number: Int) -> String {
            "x-apigen-quirks: [{id: Q\(number), since: 2026-0\(number % 9 + 1), fact: Fact \(number)., client: Client \(number).}]"
        }
        let pages = try pages(
            """
            \(quirk(12))
            paths:
              /a:
                get:
                  operationId: a
                  \(quirk(3))
                  parameters: [{name: p, in: query, \(quirk(4)), schema: {type: string, \(quirk(5))}}]
                  responses:
                    "200":
                      description: d
                      \(quirk(6))
                      content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
                    "404": {description: d, content: {application/json: {schema: {type: object, \(quirk(7))}}}}
              /b:
                post:
                  operationId: b
                  callbacks: {c: {x: {post: {\(quirk(9)), requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string, \(quirk(10))}}}}}}, responses: {}}}}}
                  requestBody: {content: {application/json: {schema: {type: object, properties: {list: {type: array, items: {$ref: '#/components/schemas/A'}}}}}}}
                  responses: {}
              /c: {get: {operationId: c, responses: {}}}
            components:
              schemas:
                A: {type: object, \(quirk(2)), properties: {x: {type: string, \(quirk(11))}, again: {$ref: '#/components/schemas/A'}}}
                B: {type: string, enum: [x], \(quirk(8))}
            """
        )
        let page = try #require(pages["Docs/Quirks.md"])
        let numbers = page.split(separator: "\n").filter { $0.hasPrefix("### ") }
        #expect(numbers == (2...12).map { "### Q\($0)" })
        #expect(
            page.contains(
                "### Q12\n\nSince 2026-04. **The service:** Fact 12.\n\n**Client:** Client 12.\n\nApplies to every operation.\n"
            )
        )
        #expect(page.contains("Client 2.\n\nApplies to <doc:Operation-a>, <doc:Operation-b>.\n"))
        #expect(page.contains("Client 8.\n\n### Q9\n"))
        for (number, operation) in [(3, "a"), (4, "a"), (5, "a"), (6, "a"), (7, "a"), (9, "b"), (10, "b")] {
            #expect(page.contains("Client \(number).\n\nApplies to <doc:Operation-\(operation)>.\n"))
        }
    }

    @Test func eachNumberStandsOnce() throws {
        let pages = try pages(
            """
            paths:
              /a: {get: {operationId: a, x-apigen-quirks: [{id: Q2, fact: One.}, {id: Q10, fact: Ten.}, {id: Q2, fact: Two.}], responses: {}}}
              /b: {get: {operationId: b, x-apigen-quirks: [{id: Q2, fact: One.}], responses: {}}}
              /c: {get: {operationId: c, responses: {}}}
            """
        )
        let text = try #require(pages["Docs/Quirks.md"]).components(separatedBy: "## Overview\n").last
        #expect(
            text?.hasPrefix(
                """

                ### Q2

                **The service:** One.

                Applies to <doc:Operation-a>, <doc:Operation-b>.

                **The service:** Two.

                Applies to <doc:Operation-a>.

                ### Q10

                **The service:** Ten.

                Applies to <doc:Operation-a>.
                """
            ) == true
        )
    }
}
