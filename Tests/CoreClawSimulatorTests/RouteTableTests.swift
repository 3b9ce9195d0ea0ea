import Testing

@testable import CoreClawSimulator

struct RouteTableTests {
    private static func route(_ id: String, _ method: String = "GET", pattern: String? = nil) -> Route {
        Route(
            operationID: id,
            method: method,
            path: "/api/v2/\(id.dropLast())",
            isPublic: false,
            parameters: [ParameterRule("p", in: .query, .array(of: .string(pattern: pattern)))],
            body: nil,
            errors: [:]
        )
    }

    private static func handler(_ id: String) -> OperationHandler { OperationHandler(id) { _ in nil } }

    @Test func everyGeneratedRouteIsServed() throws {
        let table = try RouteTable(routes: Route.all, handlers: OperationHandler.all)
        #expect(table.entries.map(\.route.operationID) == Route.all.map(\.operationID))
    }

    @Test func aRouteWithoutAHandlerSaysSo() throws {
        let table = try RouteTable(routes: [Self.route("a1")], handlers: [])
        #expect(table.entries.map(\.handler.operationID) == ["a1"])
    }

    @Test(
        arguments: [
            ([], [handler("a1")], ["the handler of a1 has no route"]),
            ([route("a1"), route("a2")], [handler("a1"), handler("a2")], ["GET /api/v2/a belongs to several operations"]),
            (
                [route("a1"), route("a1", "PUT")], [handler("a1"), handler("a1")],
                ["operation a1 has several routes", "operation a1 has several handlers"]
            ),
            (
                [route("a1", pattern: "(")], [handler("a1")],
                ["operation a1 has a pattern that does not compile: ("]
            ),
        ] as [([Route], [OperationHandler], [String])]
    )
    func disagreementsAreNamed(_ routes: [Route], _ handlers: [OperationHandler], _ problems: [String]) {
        #expect(throws: SimulatorError.unusableRoutes(problems)) { try RouteTable(routes: routes, handlers: handlers) }
    }
}
