import APIModel
import OpenAPIDocument

/// A request as text: as a curl command, and as the block that the form of a page is made from.
struct RequestText {
    private let operation: Operation
    private let api: API
    private let example: DocCRenderer.Example

    init(_ operation: Operation, in api: API, example: DocCRenderer.Example) {
        self.operation = operation
        self.api = api
        self.example = example
    }

    private var server: String { api.servers.first ?? "https://example.com" }

    private var schemes: [SecurityScheme] {
        switch operation.security {
        case .none: []
        case .required: api.security
        case .oneOf(let schemes): schemes
        }
    }

    /// The request with the examples of the specification, and the key from the environment.
    var curl: String {
        var path = operation.path
        for parameter in operation.parameters where parameter.place == .path {
            path = path.replacing("{\(parameter.name.wire)}", with: sample(parameter) ?? parameter.name.wire.uppercased())
        }
        let query = operation.parameters.filter { $0.place == .query }.compactMap { parameter in
            sample(parameter).map { "\(parameter.name.wire)=\($0)" }
        }
        // Who copies the line runs it: nothing from the specification may mean something to a shell.
        let written = "\(server)\(path)\(query.isEmpty ? "" : "?" + query.joined(separator: "&"))"
        let url = written.filter { !"\"`$\\ \n".contains($0) }
        var lines = ["curl -X \(operation.method) \"\(url)\""]
        switch schemes.first?.kind {
        case .bearer: lines.append("-H \"Authorization: Bearer $\(api.settings.environment)_API_KEY\"")
        case .apiKey(.header, let name): lines.append("-H \"\(name): $\(api.settings.environment)_API_KEY\"")
        default: break
        }
        if let body = operation.body {
            lines.append("-H \"Content-Type: \(body.contentType)\"")
            if let example = body.example { lines.append("-d '\(JSONText(example).compact.replacing("'", with: "'\\''"))'") }
        }
        return lines.joined(separator: " \\\n  ")
    }

    private func sample(_ parameter: Parameter) -> String? {
        guard let example = parameter.example, let literal = Literal(example) else { return nil }
        return literal.text
    }

    /// The block that reads well as it is, and that the form is made from.
    var form: String {
        let query = operation.parameters.filter { $0.place == .query }.map { "\($0.name.wire)={\($0.name.wire)}" }
        var lines = [
            "\(operation.method) \(operation.path)\(query.isEmpty ? "" : "?" + query.joined(separator: "&")) HTTP/1.1",
            "Host: \(server)",
        ]
        if schemes.isEmpty {
            lines.append("# security: none")
        } else {
            lines.append("Authorization: Bearer {token}")
            lines.append("# security: " + schemes.map(\.formName).joined(separator: ", "))
        }
        if operation.idempotency == .safe { lines.append("# safe") }
        for parameter in operation.parameters {
            let text = parameter.schema.formText(isRequired: parameter.isRequired)
            lines.append(
                "# \(parameter.place.rawValue) \(parameter.name.wire): \(text). \(Markdown.codeLine(parameter.documentation.summary))"
            )
            for (old, new) in parameter.schema.replacements { lines.append("#   replace: \(old) with \(new)") }
        }
        if let timeout = operation.timeout { lines.append("# timeout: \(timeout.seconds.plain)") }
        lines.append("# swift: \(example.template)")
        lines = lines.map(Markdown.codeLine)
        guard let body = operation.body else { return lines.joined(separator: "\n") }
        lines.append("Content-Type: \(body.contentType)")
        lines.append("")
        lines.append(body.example.map { JSONText($0).pretty.replacing("```", with: "'''") } ?? "{}")
        return lines.joined(separator: "\n")
    }
}
