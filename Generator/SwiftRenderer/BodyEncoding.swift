import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The statement that writes a body into a request.
struct BodyEncoding {
    private let body: Body
    private let api: API

    init(_ body: Body, in api: API) {
        self.body = body
        self.api = api
    }

    func statement() throws -> CodeBlockItemSyntax {
        switch body.encoding {
        case .json: "request.json(body)"
        case .bytes(let contentType):
            "request.bytes(\(raw: body.isRequired ? "[UInt8](body)" : "body.map { [UInt8]($0) }"), contentType: \(ExprSyntax.string(contentType)))"
        case .form: fields("form", with: formCall)
        case .multipart: fields("multipart", with: partCall)
        }
    }

    /// The members, one call each; what is 0 or 1 on the wire is an integer by then.
    private func fields(_ encoder: String, with call: (Property, String) -> CodeBlockItemSyntax) -> CodeBlockItemSyntax {
        guard case .named(let name) = body.type, let model = api.model(name) else {
            return "request.\(raw: encoder)(object: body)"
        }
        let calls = model.properties.map { property in
            let value = "body\(body.isRequired ? "" : "?").\(property.name.identifier)"
            guard property.type == .flag else { return call(property, value) }
            return call(property, property.isOptional || !body.isRequired ? "\(value).map { $0 ? 1 : 0 }" : "\(value) ? 1 : 0")
        }
        return """
            request.\(raw: encoder) { \(raw: encoder) in\(calls.lines)
            }
            """
    }

    private func formCall(_ property: Property, _ value: String) -> CodeBlockItemSyntax {
        let name = ExprSyntax.string(property.name.wire)
        switch kind(of: property.type) {
        case .text: return "form.field(\(name), \(raw: value))"
        case .texts: return "form.field(\(name), \(raw: value))"
        case .date(let coding): return "form.field(\(name), \(raw: value), as: .\(raw: coding.written.rawValue))"
        case .file, .json: return "form.field(\(name), json: \(raw: value))"
        }
    }

    private func partCall(_ property: Property, _ value: String) -> CodeBlockItemSyntax {
        let name = ExprSyntax.string(property.name.wire)
        switch kind(of: property.type) {
        case .text: return "multipart.field(\(name), \(raw: value))"
        case .texts: return "multipart.field(\(name), \(raw: value))"
        case .date(let coding): return "multipart.field(\(name), \(raw: value), as: .\(raw: coding.written.rawValue))"
        case .file: return "multipart.file(\(name), \(raw: value))"
        case .json: return "multipart.json(\(name), \(raw: value))"
        }
    }

    private enum Kind {
        case text, texts, file, json
        case date(TypeReference.DateCoding)
    }

    private func kind(of type: TypeReference) -> Kind {
        switch type {
        case .string, .bool, .flag, .int, .int32, .int64, .lenientInt, .lenientInt64, .double, .decimal, .url: return .text
        case .date(let coding): return .date(coding)
        case .file, .array(.file): return .file
        case .named(let name):
            switch api.type(name) {
            case .enumeration, .identifier: return .text
            default: return .json
            }
        case .array(let element):
            if case .text = kind(of: element) { return .texts }
            return .json
        default: return .json
        }
    }
}
