import SwiftRenderer
import Testing

/// Two operations may share a name where no call could mean both.
@Suite(.oneAtATime)
struct OverloadTests {
    private func spec(_ first: String, _ second: String) -> SpecText {
        let operations = [("a", first), ("b", second)].map { id, members in
            "/\(id)\(members.contains("in: path") ? "/{id}" : ""): {post: {operationId: \(id), x-apigen-resource: r, x-apigen-method: do, \(members), responses: {}}}"
        }
        return SpecText(paths: operations.joined(separator: "\n"))
    }

    private static func query(_ names: String...) -> String {
        let parameters = names.map { name in
            let isRequired = name.hasSuffix("!")
            let parts = name.filter { $0 != "!" }.split(separator: ":")
            let type = parts.count > 1 ? String(parts[1]) : "string"
            let schema = type == "strings" ? "{type: array, items: {type: string}}" : "{type: \(type)}"
            return "{name: \(parts[0]), in: query, required: \(isRequired), schema: \(schema)}"
        }
        return "parameters: [\(parameters.joined(separator: ", "))]"
    }

    private static let path = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"

    @Test(
        arguments: [
            (path, query("ids:strings!")), (path, query("other")), (query("x!"), query("y!")),
            (query("x:integer!"), query("x:string!")),
            (query("x!", "y"), query("x!", "z!")), (query("x:strings!"), query("x!")),
        ]
    )
    func callsThatMeanOneThing(first: String, second: String) {
        #expect(spec(first, second).messages == [])
    }

    @Test(
        arguments: [
            (path, path), (query("x"), query("y")), (query("x!"), query("x!", "y")), (query("x:integer"), query("x:string")),
            (query("x:integer!"), query("x:number!")), (query("x!"), query("x", "y")),
        ]
    )
    func callsThatMeanTwoThings(first: String, second: String) {
        #expect(
            spec(first, second).messages == [
                "spec.yaml:5:\(second.contains("in: path") ? 19 : 14): error: 'r' has two methods called 'do' [duplicate-method-name]; give one of them another with x-apigen-method"
            ]
        )
    }

    @Test func waitingCountsToo() {
        let spec = SpecText(
            paths: """
                /a/{id}:
                  get:
                    operationId: get
                    x-apigen-waiter: {state: s, method: get, succeeded: [x]}
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    responses:
                      "200":
                        description: d
                        content: {application/json: {schema: {type: object, required: [s], properties: {s: {type: string}}}}}
                """
        )
        #expect(
            spec.messages == [
                "spec.yaml:6:7: error: '' has two methods called 'get' [duplicate-method-name]; give one of them another with x-apigen-method"
            ]
        )
    }

    @Test func linksTellThemApart() throws {
        let api = try #require(spec(Self.query("x:integer!"), Self.query("x:string!")).resolve().api)
        #expect(
            api.operations.map { CallExample($0, in: api).symbol } == ["RResource/do(x:)-(Int)", "RResource/do(x:)-(String)"]
        )
        let other = try #require(spec(Self.query("x!"), Self.query("y!")).resolve().api)
        #expect(other.operations.map { CallExample($0, in: other).symbol } == ["RResource/do(x:)", "RResource/do(y:)"])
    }
}
