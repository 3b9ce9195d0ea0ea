import SpecDiagnostics
import Testing

/// What is wrong with a specification is said word for word, with its place.
@Suite(.oneAtATime)
struct DiagnosticTests {
    @Test func unresolvedReference() {
        let spec = SpecText(
            schemas:
                "WorkerRun: {type: object, properties: {id: {type: string}}}\nList: {type: array, items: {$ref: '#/components/schemas/WorkerRum'}}"
        )
        #expect(
            spec.messages == [
                "spec.yaml:7:39: error: nothing is at '#/components/schemas/WorkerRum' [unresolved-reference]; did you mean 'WorkerRun'?"
            ]
        )
    }

    @Test func unknownKeyIsAWarning() {
        let spec = SpecText(schemas: "Run:\n  type: string\n  minLenght: 1")
        #expect(
            spec.messages == ["spec.yaml:8:7: warning: a schema has no key 'minLenght' [unknown-key]; did you mean 'minLength'?"]
        )
    }

    @Test func unknownExtensionIsAnError() {
        let spec = SpecText(schemas: "Run:\n  type: string\n  x-apigen-opne: true\n  x-other: 1")
        #expect(
            spec.messages == [
                "spec.yaml:8:7: error: there is no extension 'x-apigen-opne' [unknown-extension]; did you mean 'x-apigen-open'?"
            ]
        )
    }

    @Test func malformedYAML() {
        #expect(
            SpecText("openapi: [3").messages == [
                "spec.yaml:2:1: error: this is not YAML: did not find expected ',' or ']' [malformed-yaml]"
            ]
        )
    }

    @Test func duplicateKey() {
        #expect(
            SpecText(schemas: "A: {type: string}\nA: {type: string}").messages.first
                == "spec.yaml:6:5: error: the key 'A' stands here twice [duplicate-key]"
        )
    }

    @Test func unsupportedVersion() {
        #expect(
            SpecText("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}").messages.first
                == "spec.yaml:1:1: error: OpenAPI 2.0 is not supported [unsupported-version]; write 'openapi: 3.1.0' or 3.0.x"
        )
    }

    @Test func missingFile() {
        #expect(
            SpecText(schemas: "A: {$ref: 'other.yaml#/A'}").messages == [
                "spec.yaml:6:15: error: cannot read 'other.yaml': there is no such file [unreadable-file]"
            ]
        )
    }

    @Test func problemsInOtherFilesNameThem() {
        let spec = SpecText(files: [
            "spec.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: 'paths/a.yaml#/a'}",
            "paths/a.yaml":
                "a:\n  get:\n    operationId: a\n    responses:\n      '200':\n        content:\n          application/json:\n            schema: {type: strin}\n",
        ])
        #expect(
            spec.messages == [
                "paths/a.yaml:8:28: error: 'strin' is no type [unknown-value]; write one of string, integer, number, boolean, array, object, null"
            ]
        )
    }

    @Test func cyclesAreFound() {
        #expect(
            SpecText(schemas: "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}").messages == [
                "spec.yaml:7:15: error: '#/components/schemas/A' refers to itself [reference-cycle]; name the real object"
            ]
        )
    }

    @Test func schemasThatContainEachOtherEnd() {
        let spec = SpecText(
            schemas: """
                A: {type: array, items: {$ref: '#/components/schemas/A'}}
                B: {type: object, properties: {a: {$ref: '#/components/schemas/B'}, b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/B'}}}
                """
        )
        #expect(spec.resolve().api?.types.map(\.name) == ["B"])
        #expect(
            spec.messages == [
                "spec.yaml:6:36: warning: a list that contains itself is not supported [unsupported]; "
                    + "it is read as any JSON; an object around it gives it a type"
            ]
        )
    }

    @Test func pathParameters() {
        let spec = SpecText(
            paths: """
                /a/{id}:
                  get:
                    operationId: getA
                    parameters: [{name: key, in: path, required: true, schema: {type: string}}]
                    responses: {}
                """
        )
        #expect(
            spec.messages == [
                "spec.yaml:6:7: error: 'getA' declares no path parameter 'id' [undeclared-path-parameter]; add a parameter 'name: id', 'in: path'",
                "spec.yaml:7:20: warning: the path '/a/{id}' has no '{key}' [unused-path-parameter]; add '{key}' to the path or remove the parameter",
            ]
        )
    }

    @Test func standardTypesStayVisible() {
        #expect(
            SpecText(schemas: "Task: {type: object, properties: {a: {type: string}}}").messages == [
                "spec.yaml:6:11: error: a type called 'Task' would hide the one of the standard library or Foundation [shadows-standard-type]; give it another with x-apigen-name"
            ]
        )
    }

    @Test func duplicateOperations() {
        let spec = SpecText(paths: "/a: {get: {operationId: x, responses: {}}}\n/b: {get: {operationId: x, responses: {}}}")
        #expect(
            spec.messages == [
                "spec.yaml:5:13: error: '' has two methods called 'x' [duplicate-method-name]; give one of them another with x-apigen-method",
                "spec.yaml:5:13: error: another operation is called 'x' [duplicate-operation-id]; rename one of them",
            ]
                || spec.messages == [
                    "spec.yaml:5:13: error: another operation is called 'x' [duplicate-operation-id]; rename one of them",
                    "spec.yaml:5:13: error: '' has two methods called 'x' [duplicate-method-name]; give one of them another with x-apigen-method",
                ]
        )
    }

    @Test func examplesAreChecked() {
        let spec = SpecText(
            paths: """
                /a:
                  get:
                    operationId: getA
                    responses:
                      "200":
                        content:
                          application/json:
                            schema: {type: object, required: [id], properties: {id: {type: string}, n: {type: integer}}}
                            example: {n: one}
                """
        )
        #expect(
            spec.messages == [
                "spec.yaml:12:24: warning: the example does not fit its schema: $ lacks 'id' [example-mismatch]",
                "spec.yaml:12:28: warning: the example does not fit its schema: $.n is a string, not integer [example-mismatch]",
            ]
        )
    }

    @Test func everythingIsReportedAtOnce() {
        let spec = SpecText(schemas: "A: {type: sting}\nB: {type: objekt}\nC: {x-apigen-nme: c}")
        #expect(spec.messages.count == 3)
    }

    @Test func excerptAndCaret() throws {
        let spec = SpecText(schemas: "A:\n  type: strin")
        let (_, diagnostics, document) = spec.resolve()
        #expect(
            DiagnosticPrinter(sources: document.sources).text(for: diagnostics.all) == """
                spec.yaml:7:13: error: 'strin' is no type [unknown-value]; write one of string, integer, number, boolean, array, object, null
                          type: strin
                                ^

                """
        )
    }

    @Test func strictCountsWarningsAsErrors() {
        let diagnostics = Diagnostics(warningsAreErrors: true)
        diagnostics.warning(.duplicateKey("a"), at: SourceLocation(file: "f", line: 1, column: 2))
        #expect(diagnostics.hasErrors)
    }

    @Test func aliasesThatExplodeAreRefused() {
        var text = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n"
        for level in 1...8 {
            text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
        }
        #expect(SpecText(text).messages.contains { $0.contains("[document-too-large]") })
    }
}
