import Testing

/// `x-apigen-timeout`: a number of seconds, or one that depends on the body.
@Suite(.oneAtATime)
struct TimeoutSnippetTests {
    private func spec(_ timeout: String, required: Bool = true) -> SpecText {
        let members =
            "is_async: {type: boolean, default: true}, mode: {type: string, enum: [slow, fast]}, n: {type: integer, default: 1}"
        let schema = "{type: object, required: [n], properties: {\(members)}}"
        return SpecText(
            paths: """
                /run:
                  post:
                    operationId: run
                    x-apigen-timeout: \(timeout)
                    requestBody: {required: \(required), content: {application/json: {schema: \(schema)}}}
                    responses: {"204": {description: Done.}}
                """
        )
    }

    @Test(
        arguments: [
            ("{seconds: 330, when: {is_async: false}}", true, "body.isAsync == false ? .seconds(330) : nil"),
            ("{seconds: 0.5, when: {is_async: true}}", true, "(body.isAsync ?? true) == true ? .seconds(0.5) : nil"),
            ("{seconds: 9, when: {mode: slow, n: 1}}", true, "body.mode == .slow && body.n == 1 ? .seconds(9) : nil"),
            ("{seconds: 9, when: {n: 1}}", false, "(body?.n ?? 1) == 1 ? .seconds(9) : nil"),
        ]
    )
    func conditions(timeout: String, required: Bool, expression: String) throws {
        let text = try spec(timeout, required: required).swift("Operations/Run.swift")
        #expect(text.contains("    public var timeout: Duration? {\n        \(expression)\n    }\n"))
        #expect(!text.contains("timeout: .seconds"))
    }

    @Test(arguments: ["330", "{seconds: 330}"])
    func always(timeout: String) throws {
        let text = try spec(timeout).swift("Operations/Run.swift")
        #expect(text.contains("security: .none, timeout: .seconds(330))"))
        #expect(!text.contains("var timeout"))
    }

    @Test(
        arguments: [
            ("0", "7:25: error: 'x-apigen-timeout' is 0, not a number of seconds above 0 [wrong-type]"),
            ("{seconds: soon}", "7:35: error: 'x-apigen-timeout' is 'soon', not a number of seconds above 0 [wrong-type]"),
            ("{when: {is_async: false}}", "7:25: error: x-apigen-timeout has no 'seconds' [missing-key]"),
            (
                "{seconds: 1, when: {is_asyn: false}}",
                "7:45: error: the body of 'run' has no member 'is_asyn' [unknown-member]; did you mean 'is_async'?"
            ),
            (
                "{seconds: 1, when: {mode: slower}}",
                "7:51: error: the value of 'mode' does not fit its schema: $ is none of the values listed [value-mismatch]"
            ),
        ]
    )
    func wrongUse(timeout: String, message: String) {
        #expect(spec(timeout).messages == ["spec.yaml:\(message)"])
    }
}
