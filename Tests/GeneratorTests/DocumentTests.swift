import OpenAPIDocument
import SpecDiagnostics
import Testing

@Suite(.oneAtATime)
struct DocumentTests {
    @Test func valuesKnowTheirPlace() throws {
        let document = SpecText(schemas: "A:\n  type: object\n  properties:\n    b: {type: string}").resolve().document
        let schema = try #require(document.schemas["spec.yaml#/components/schemas/A"])
        #expect(schema.location == SourceLocation(file: "spec.yaml", line: 7, column: 7))
        #expect(schema.properties.first?.location == SourceLocation(file: "spec.yaml", line: 9, column: 9))
    }

    @Test func scalarsFollowYAML12() throws {
        let document = SpecText(
            schemas: """
                A:
                  enum: [1, 1.5, "1", no, on, true, ~, 0x10, 1e3, .5, 2024-01-01, +1]
                """
        ).resolve().document
        let values = try #require(document.schemas["spec.yaml#/components/schemas/A"]?.enumeration)
        let kinds = values.map { value in
            switch value.kind {
            case .integer(let number): "integer \(number)"
            case .number(let number): "number \(number)"
            case .string(let text): "string \(text)"
            case .bool(let truth): "bool \(truth)"
            case .null: "null"
            default: "other"
            }
        }
        #expect(
            kinds == [
                "integer 1", "number 1.5", "string 1", "string no", "string on", "bool true", "null", "integer 16",
                "number 1000.0", "number 0.5",
                "string 2024-01-01", "integer 1",
            ]
        )
    }

    @Test func boundsOfBothVersions() throws {
        let document = SpecText(
            schemas:
                "A: {type: integer, minimum: 1, exclusiveMinimum: true}\nB: {type: integer, exclusiveMinimum: 1, maximum: 9.22e+18}"
        ).resolve().document
        #expect(document.schemas["spec.yaml#/components/schemas/A"]?.constraints.exclusiveMinimum == 1)
        #expect(document.schemas["spec.yaml#/components/schemas/A"]?.constraints.minimum == nil)
        #expect(document.schemas["spec.yaml#/components/schemas/B"]?.constraints.exclusiveMinimum == 1)
        #expect(document.schemas["spec.yaml#/components/schemas/B"]?.constraints.maximum == 9.22e+18)
    }

    @Test func referencesAcrossFiles() {
        let spec = SpecText(files: [
            "spec.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: 'paths/a.yaml#/~1a'}}",
            "paths/a.yaml":
                "/a: {get: {operationId: a, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '../schemas.yaml#/A'}}}}}}}",
            "schemas.yaml": "A: {type: object, properties: {b: {$ref: '#/B'}}}\nB: {type: array, items: {type: string}}",
        ])
        let (api, diagnostics, _) = spec.resolve()
        #expect(diagnostics.all.isEmpty)
        #expect(api?.model("A")?.properties.first?.type.spelling == "[String]")
    }
}
