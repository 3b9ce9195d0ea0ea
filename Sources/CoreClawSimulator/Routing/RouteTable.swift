/// The operations that a simulator serves, each with its handler.
///
/// A route without a handler is one that the service has and the simulator does not play yet; it validates requests and then says so.
struct RouteTable: Sendable {
    struct Entry: Sendable {
        let route: Route
        let handler: OperationHandler
    }

    let entries: [Entry]

    /// Pairs routes and handlers.
    ///
    /// - Throws: ``SimulatorError/unusableRoutes(_:)`` with every handler that has no route, and every route that clashes with another or has
    ///   a pattern that does not compile.
    init(routes: [Route], handlers: [OperationHandler]) throws(SimulatorError) {
        let problems = Self.problems(of: routes, handlers)
        guard problems.isEmpty else { throw .unusableRoutes(problems) }
        entries = routes.map { route in
            Entry(route: route, handler: handlers.first { $0.operationID == route.operationID } ?? .notPlayed(route.operationID))
        }
    }

    /// The methods that are served at a path as the table spells it.
    func methods(at path: String) -> [String] {
        entries.filter { $0.route.path == path }.map(\.route.method)
    }

    func contains(operation: String) -> Bool {
        entries.contains { $0.route.operationID == operation }
    }

    private static func problems(of routes: [Route], _ handlers: [OperationHandler]) -> [String] {
        let routed = routes.map(\.operationID)
        let handled = handlers.map(\.operationID)
        return handled.filter { !routed.contains($0) }.map { "the handler of \($0) has no route" }
            + repeated(routed).map { "operation \($0) has several routes" }
            + repeated(handled).map { "operation \($0) has several handlers" }
            + repeated(routes.map { "\($0.method) \($0.path)" }).map { "\($0) belongs to several operations" }
            + routes.flatMap(uncompilablePatterns)
    }

    private static func repeated(_ names: [String]) -> [String] {
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.filter { $0.value > 1 }.keys.sorted()
    }

    private static func uncompilablePatterns(of route: Route) -> [String] {
        let patterns = route.parameters.flatMap(\.value.patterns) + (route.body?.value.patterns ?? [])
        return patterns.filter { (try? Regex($0)) == nil }
            .map { "operation \(route.operationID) has a pattern that does not compile: \($0)" }
    }
}
