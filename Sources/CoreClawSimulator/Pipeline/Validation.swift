import Foundation
import Hummingbird

/// Checks every parameter and the body against the operation's rules, and hands their values on.
struct Validation: RouterMiddleware {
    let route: Route
    /// The parameters whose values the operation checks itself, in words of its own.
    let uncheckedParameters: Set<String>

    func handle(
        _ request: Request,
        context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var problems: [String] = []
        var arguments = Arguments()
        for parameter in route.parameters {
            let texts = texts(of: parameter, in: request, context)
            guard !texts.isEmpty else {
                if parameter.isRequired { problems.append("\(parameter.name) is required") }
                continue
            }
            let value = parameter.value.value(of: texts)
            if !uncheckedParameters.contains(parameter.name) {
                problems += parameter.value.problems(of: value, named: parameter.name)
            }
            arguments.parameters[parameter.name] = value
        }
        arguments.body = try await body(of: request)
        problems += bodyProblems(arguments.body)
        guard problems.isEmpty else { throw ServiceFailure.invalid(problems, in: route.version) }
        var context = context
        context.arguments = arguments
        return try await next(request, context)
    }

    private func texts(of parameter: ParameterRule, in request: Request, _ context: ServiceContext) -> [String] {
        switch parameter.location {
        case .path: context.parameters.get(parameter.name).map { [$0.removingPercentEncoding ?? $0] } ?? []
        case .query: QueryItems(request.uri.query)[parameter.name]
        case .header: request.headers.filter { $0.name.canonicalName == parameter.name.lowercased() }.map(\.value)
        case .cookie: request.cookies[parameter.name].map { [$0.value] } ?? []
        }
    }

    private func body(of request: Request) async throws -> JSON? {
        guard route.body != nil else { return nil }
        let bytes = Array(buffer: try await request.body.collect(upTo: RequestRecording.maximumBodySize))
        guard !bytes.isEmpty else { return nil }
        do {
            return try JSON(parsing: bytes)
        } catch {
            throw ServiceFailure(status: 400, details: ["request body must be valid JSON"])
        }
    }

    private func bodyProblems(_ body: JSON?) -> [String] {
        guard let rule = route.body else { return [] }
        guard let body else { return rule.isRequired ? ["request body is required"] : [] }
        if case .object = body { return rule.value.problems(of: body, named: "") }
        return rule.value.problems(of: body, named: "request body")
    }
}
