import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of an operation: the request as a value, with what the runtime needs to send it and to read the answer.
struct OperationFile {
    private let operation: Operation
    private let api: API

    init(_ operation: Operation, in api: API) {
        self.operation = operation
        self.api = api
    }

    func file() throws -> SwiftFile {
        let types = operation.parameters.map(\.type) + [operation.body?.type ?? .void] + operation.output.payloads
        let needsFoundation = types.contains { $0.needsFoundation }
        var declarations = [try structure()]
        if case .alternatives(let name, let alternatives) = operation.output {
            declarations.append(try OutputDeclaration(name: name, alternatives: alternatives, operation: operation).declaration())
        }
        if operation.waiter != nil { declarations += try WaiterDeclaration(operation, in: api).declarations() }
        return SwiftFile(
            path: "Operations/\(operation.typeName).swift",
            source: operation.location.file,
            imports: (needsFoundation ? ["Foundation"] : []) + ["APIRuntime", "JSONBytes"],
            declarations: declarations
        )
    }

    private func structure() throws -> DeclSyntax {
        let members =
            try typealiases() + properties() + [initializer(), descriptor()]
            + (TimeoutDeclaration(operation, in: api).declaration().map { [$0] } ?? []) + [encoding()]
            + (decoding().map { [$0] } ?? [])
            + (operation.pagination.map { [try PaginationDeclaration($0, of: operation).declaration()] } ?? [])
        let conformance = operation.pagination == nil ? "APIOperation" : "PaginatedOperation"
        var comment = DocComment(operation.documentation, orElse: "`\(operation.id)`")
        comment.add("`\(operation.method) \(operation.path)`")
        comment.add(operation.documentation.quirks)
        return try DeclSyntax.type("public struct \(operation.typeName): \(conformance)", members: members.members).deprecated(
            if: operation.isDeprecated,
            message: operation.deprecationMessage
        ).documented(comment, indent: 0)
    }

    private func typealiases() throws -> [DeclSyntax] {
        let output = DeclSyntax("public typealias Output = \(raw: operation.output.type.spelling)")
            .documented(DocComment("The response type."))
        guard let pagination = operation.pagination else { return [output] }
        let element = DeclSyntax("public typealias Element = \(raw: pagination.element.spelling)")
            .documented(DocComment("The type of the items."))
        return [output, element]
    }

    private func properties() throws -> [DeclSyntax] {
        let parameters = try operation.parameters.map { parameter in
            var comment = DocComment(parameter.documentation, orElse: "The parameter `\(parameter.name.wire)`.")
            comment.add(parameter.schema.facts.joined(separator: " "))
            comment.add(parameter.documentation.quirks)
            comment.addWireName(parameter.name)
            return try DeclSyntax("public var \(raw: parameter.name.identifier): \(raw: parameter.fullType.spelling)")
                .documented(comment).deprecated(if: parameter.isDeprecated, message: nil)
        }
        guard let body = operation.body else { return parameters }
        return parameters + [
            DeclSyntax("public var body: \(raw: body.fullType.spelling)")
                .documented(DocComment(body.documentation, orElse: "The request body."))
        ]
    }

    private func initializer() throws -> DeclSyntax {
        let arguments = operation.arguments.inCallOrder
        var comment = DocComment("Creates the request.")
        comment.addList(Argument.documentation(arguments))
        let assignments = arguments.map { CodeBlockItemSyntax("self.\(raw: $0.memberName) = \(raw: $0.name)") }
        return try
            (arguments.isEmpty
            ? DeclSyntax("public init() {}")
            : DeclSyntax(
                validating: """
                    public init(\(raw: Argument.list(arguments, indent: 4))) {\(assignments.lines)
                    }
                    """
            )).documented(comment)
    }

    private func descriptor() throws -> DeclSyntax {
        var arguments = ["idempotency: .\(operation.idempotency.rawValue)", "security: \(operation.security.expression)"]
        switch operation.envelope {
        case .service: break
        case .none: arguments.append("envelope: .none")
        case .custom(let envelope): arguments.append("envelope: .custom(\(envelope.expression))")
        }
        if !operation.doneWhenRepeated.isEmpty { arguments.append("doneWhenRepeated: \(operation.doneWhenRepeated)") }
        if let timeout = operation.timeout, timeout.conditions.isEmpty {
            arguments.append("timeout: \(timeout.seconds.durationExpression)")
        }
        return try DeclSyntax(
            validating: """
                public static let descriptor = OperationDescriptor(
                    id: \(ExprSyntax.string(operation.id)), method: .\(raw: operation.method.lowercased()), path: \(ExprSyntax.string(operation.path)),
                    \(raw: arguments.joined(separator: ", ")))
                """
        ).documented(DocComment("The method, path, and behavior of the request."))
    }

    private func encoding() throws -> DeclSyntax {
        let calls =
            operation.parameters.map(encodingCall)
            + (try operation.body.map { try [BodyEncoding($0, in: api).statement()] } ?? [])
        let comment = DocComment("Encodes the parameters into a request.")
        guard !calls.isEmpty else {
            return DeclSyntax("public func encode(into request: inout RequestEncoder) {}").documented(comment)
        }
        return try DeclSyntax(
            validating: """
                public func encode(into request: inout RequestEncoder) {\(calls.lines)
                }
                """
        ).documented(comment)
    }

    private func encodingCall(_ parameter: Parameter) -> CodeBlockItemSyntax {
        let method = parameter.place.rawValue
        let name = ExprSyntax.string(parameter.name.wire)
        let value = parameter.name.identifier
        if parameter.isJSON { return "request.\(raw: method)(\(name), json: \(raw: value))" }
        switch parameter.type {
        case .date(let coding):
            return "request.\(raw: method)(\(name), \(raw: value), as: .\(raw: coding.written.rawValue))"
        case .array(let element) where element.isText(in: api):
            return "request.\(raw: method)(\(name), \(raw: value)\(raw: styleArguments(parameter)))"
        case .array:
            return "request.\(raw: method)(\(name), json: \(raw: value))"
        case _ where parameter.isComposite(in: api) && parameter.place != .query:
            return "request.\(raw: method)(\(name), json: \(raw: value))"
        case .object, .dictionary, .json,
            .named where parameter.isComposite(in: api):
            let label = parameter.type == .object ? "object" : "composite"
            return "request.\(raw: method)(\(name), \(raw: label): \(raw: value)\(raw: styleArguments(parameter)))"
        default:
            return "request.\(raw: method)(\(name), \(raw: value))"
        }
    }

    private func styleArguments(_ parameter: Parameter) -> String {
        guard parameter.place == .query else { return "" }
        let style = parameter.style ?? .form
        var arguments = ""
        if style != .form { arguments += ", style: .\(style.rawValue)" }
        if parameter.place == .query, style != .deepObject, !parameter.explode { arguments += ", explode: false" }
        return arguments
    }

    private func decoding() throws -> DeclSyntax? {
        let comment = DocComment("Decodes the response.")
        switch operation.output {
        case .single(_, .text):
            return try DeclSyntax(
                validating: """
                    public static func decode(_ response: ResponseDecoder) throws -> Output {
                        response.text()
                    }
                    """
            ).documented(comment)
        case .single(_, .bytes):
            return try DeclSyntax(
                validating: """
                    public static func decode(_ response: ResponseDecoder) throws -> Output {
                        Data(response.bytes())
                    }
                    """
            ).documented(comment)
        case .single: return nil
        case .alternatives(_, let alternatives):
            let cases = alternatives.map { alternative -> SwitchCaseListSyntax.Element in
                .switchCase(
                    "case \(raw: alternative.pattern): return .\(raw: alternative.name.identifier)\(raw: payload(alternative))\n"
                )
            }
            return try DeclSyntax(
                validating: """
                    public static func decode(_ response: ResponseDecoder) throws -> Output {
                        switch response.status.code {
                        \(SwitchCaseListSyntax(cases))default: throw response.unexpectedStatus()
                        }
                    }
                    """
            ).documented(DocComment("Decodes the response by its status."))
        }
    }

    private func payload(_ alternative: Output.Alternative) -> String {
        switch alternative.content {
        case .none: ""
        case .json: "(try response.json(\(alternative.type.spelling).self))"
        case .text: "(response.text())"
        case .bytes: "(Data(response.bytes()))"
        }
    }
}

extension Operation {
    /// What a caller of a deprecated operation is told.
    var deprecationMessage: String? { replacement.map { "Use \($0.call) instead." } }
}

extension TypeReference {
    /// Whether a value is one text, fit for a place in a path, a query or a header.
    func isText(in api: API) -> Bool {
        switch self {
        case .string, .bool, .flag, .int, .int32, .int64, .lenientInt, .lenientInt64, .double, .decimal, .url, .data,
            .date(.dateTime):
            return true
        case .named(let name):
            switch api.type(name) {
            case .identifier, .enumeration: return true
            default: return false
            }
        default: return false
        }
    }
}

extension Parameter {
    /// Whether the value is an object rather than one text.
    func isComposite(in api: API) -> Bool {
        switch type {
        case .object, .dictionary, .json: return true
        case .named(let name):
            switch api.type(name) {
            case .model, .union, .wrapper: return true
            default: return false
            }
        default: return false
        }
    }
}

extension Operation.Security {
    var expression: String {
        switch self {
        case .required: ".required"
        case .none: ".none"
        case .oneOf(let schemes): ".oneOf([\(schemes.map(\.expression).joined(separator: ", "))])"
        }
    }
}

extension SecurityScheme {
    var expression: String {
        switch kind {
        case .bearer: ".bearer"
        case .basic: ".basic"
        case .apiKey(let place, let name): ".apiKey(in: .\(place.rawValue), name: \(ExprSyntax.string(name)))"
        }
    }
}

extension Envelope {
    var expression: String {
        var arguments: [String] = []
        func add(_ label: String, _ value: String?) {
            if let value { arguments.append("\(label): \(ExprSyntax.string(value))") }
        }
        add("code", code)
        if code != nil { arguments.append("success: \(success)") }
        add("message", message)
        add("payload", payload)
        add("requestID", requestID)
        add("details", details)
        return "EnvelopeDescriptor(\n        \(arguments.joined(separator: ", ")))"
    }
}

extension Double {
    /// A number of seconds as a duration.
    var durationExpression: String { ".seconds(\(plain))" }
}
