import APIModel
import OpenAPIDocument

/// The page of one operation.
struct OperationPage: Page {
    static let template = "Operation"

    let fileName: String
    let title: String
    let summary: String
    let discussion: String
    let heading: String
    let method: String
    let path: String
    let symbol: String
    let requestType: String
    let answerType: String
    let deprecation: String
    let replacement: String
    let authentication: [String]
    let identifiers: String
    let pathParameters: String
    let queryParameters: String
    let headerParameters: String
    let bodyFields: String
    let bodyType: String
    let answerFields: String
    let swiftExample: String
    let curlExample: String
    let further: [Method]
    let callbacks: [CallbackText]
    let answers: [Example]
    let statuses: String
    let quirks: [QuirkText]
    let links: [NextStep]
    let retry: String
    let tryIt: String

    struct Row {
        let name: String
        let swiftName: String
        let required: String
        let type: String
        let description: String
    }

    struct Example {
        let title: String
        let json: String
    }

    /// Another method of the operation.
    struct Method {
        let symbol: String
        let summary: String
        let code: String
    }

    struct Status {
        let status: String
        let codes: String
        let meaning: String
    }

    struct NextStep {
        let page: String
        let call: String
        let description: String
    }
}

extension OperationPage {
    init(_ operation: Operation, in api: API, example: DocCRenderer.Example) {
        let request = RequestText(operation, in: api, example: example)
        fileName = "\(operation.pageName).md"
        title = PageName.title(operation)
        summary = Markdown.prose(operation.documentation.summary)
        discussion = Markdown.prose(operation.documentation.discussion)
        heading = operation.resourcePath.joined(separator: ".")
        method = operation.method
        path = operation.path
        symbol = example.symbol
        requestType = operation.typeName
        answerType = operation.output.type.symbolName
        deprecation = operation.isDeprecated ? "Deprecated." : ""
        replacement = operation.replacement?.page ?? ""
        authentication = Self.authentication(operation, in: api)
        identifiers = Self.identifiers(operation, in: api).table(\.name, \.swiftName, \.description)
        func rows(_ places: Set<Parameter.Place>) -> [Row] {
            operation.parameters.filter { places.contains($0.place) }.map(Row.init)
        }
        pathParameters = rows([.path]).table(\.name, \.swiftName, \.type, \.description)
        queryParameters = rows([.query]).table(\.name, \.swiftName, \.required, \.type, \.description)
        headerParameters = rows([.header, .cookie]).table(\.name, \.swiftName, \.required, \.type, \.description)
        bodyType = operation.body?.contentType ?? ""
        bodyFields =
            operation.body.map { body in
                let rows = body.schema.members.map { member in
                    let property = api.model(body.type.spelling)?.properties.first { $0.name.wire == member.name }
                    return Row(member, swiftName: property?.name.swift, description: property?.documentation.summary ?? "")
                }
                return rows.table(\.name, \.swiftName, \.required, \.type, \.description)
            } ?? ""
        let fields = operation.answers.first { $0.status.hasPrefix("2") }?.fields ?? []
        answerFields = fields.map(Row.init).table(\.name, \.swiftName, \.type, \.description)
        swiftExample = Markdown.tabLines(example.code)
        curlExample = Markdown.tabLines(request.curl)
        further = example.further.map {
            Method(symbol: $0.symbol, summary: Markdown.cell($0.summary), code: Markdown.codeBlock($0.code))
        }
        callbacks = operation.callbacks.map(CallbackText.init)
        answers = operation.answers.filter { $0.status.hasPrefix("2") }.flatMap(\.examples).map(Example.init)
        statuses = operation.answers.map { answer -> Status in
            Status(
                status: Markdown.code(answer.status),
                codes: answer.errorCodes.map { "`\($0)`" }.joined(separator: ", "),
                meaning: Markdown.cell(answer.description)
            )
        }.table(\.status, \.codes, \.meaning)
        quirks = api.quirks.filter { !$0.concernsAll && $0.operations.contains { $0.id == operation.id } }
            .map { QuirkText($0.quirk) }
        links = operation.links.map { NextStep(page: $0.pageName, call: $0.call, description: Markdown.cell($0.description)) }
        let timeout = operation.timeout.map { " The time limit of an attempt is \(Markdown.cell($0.words))." } ?? ""
        retry = Self.retry(operation.idempotency) + timeout
        tryIt = request.form
    }

    private static func authentication(_ operation: Operation, in api: API) -> [String] {
        let schemes: [SecurityScheme] =
            switch operation.security {
            case .none: []
            case .required: api.security
            case .oneOf(let schemes): schemes
            }
        return schemes.map { "\(Markdown.code($0.spelling)): \(Markdown.cell($0.description))" }
    }

    /// The identifiers among the parameters, with what is to know about their type.
    private static func identifiers(_ operation: Operation, in api: API) -> [Row] {
        operation.parameters.compactMap { parameter in
            guard case .named(let name) = parameter.type, case .identifier(let identifier) = api.type(name) else { return nil }
            let text = [identifier.documentation.summary, identifier.documentation.discussion].filter { !$0.isEmpty }.joined(
                separator: " "
            )
            return Row(
                name: Markdown.code(parameter.name.wire),
                swiftName: "``\(name)``",
                required: "",
                type: "string",
                description: Markdown.cell(text)
            )
        }
    }

    private static func retry(_ idempotency: Operation.Idempotency) -> String {
        switch idempotency {
        case .safe: "The operation is safe. It is retried after a temporary failure."
        case .idempotent:
            "The operation is idempotent. It is retried after a temporary failure."
        case .unsafe:
            "The operation is not idempotent. It is retried only if an attempt certainly had no effect."
        }
    }
}

extension Array {
    /// The elements as lines of a table, these of their texts as its cells.
    func table(_ cells: KeyPath<Element, String>...) -> String {
        map { element in "| " + cells.map { element[keyPath: $0] }.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}

extension OperationPage.Example {
    /// An example of the specification.
    init(_ example: (title: String, value: SpecValue)) {
        self.init(title: Markdown.cell(example.title), json: Markdown.codeBlock(JSONText(example.value).pretty))
    }
}

extension OperationPage.Row {
    fileprivate init(_ parameter: Parameter) {
        let text =
            [parameter.documentation.summary, parameter.documentation.discussion].filter { !$0.isEmpty }
            + parameter.schema.constraintTexts
        self.init(
            name: Markdown.code(parameter.name.wire),
            swiftName: Markdown.code(parameter.name.swift),
            required: parameter.isRequired ? "yes" : "no",
            type: Markdown.cell(parameter.schema.typeText),
            description: Markdown.cell(text.joined(separator: " "))
        )
    }

    fileprivate init(_ member: (name: String, summary: SchemaSummary, isRequired: Bool), swiftName: String?, description: String)
    {
        self.init(
            name: Markdown.code(member.name),
            swiftName: Markdown.code(swiftName ?? member.name),
            required: member.isRequired ? "yes" : "no",
            type: Markdown.cell(member.summary.typeText),
            description: Markdown.cell(([description] + member.summary.constraintTexts).joined(separator: " "))
        )
    }

    /// A member of what the service sends.
    init(_ field: Answer.Field) {
        self.init(
            name: Markdown.code(field.path),
            swiftName: field.swiftName.map(Markdown.code) ?? "",
            required: "",
            type: Markdown.cell(field.summary.typeText),
            description: Markdown.cell(([field.description] + field.summary.constraintTexts).joined(separator: " "))
        )
    }
}

/// Names of pages.
enum PageName {
    /// `getWorkerRun` as "Get worker run".
    static func title(_ operation: Operation) -> String {
        let words = Name.titleWords(operation.id)
        return ([words.first.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""] + words.dropFirst()).joined(separator: " ")
    }
}

extension TypeReference {
    /// The name of the generated type behind it, to link to; empty where there is none.
    var symbolName: String {
        switch self {
        case .named(let name): name
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.symbolName
        default: ""
        }
    }
}

extension SecurityScheme {
    /// How it looks in a request.
    var spelling: String {
        switch kind {
        case .bearer: "Authorization: Bearer <key>"
        case .basic: "Authorization: Basic <user:password>"
        case .apiKey(.header, let name): "\(name): <key>"
        case .apiKey(.query, let name): "?\(name)=<key>"
        case .apiKey(let place, let name): "\(place.rawValue) \(name)=<key>"
        }
    }

    /// How the form names it.
    var formName: String {
        switch kind {
        case .bearer: "bearer"
        case .basic: "basic"
        case .apiKey(let place, let name): "\(place.rawValue) \(name)"
        }
    }
}
