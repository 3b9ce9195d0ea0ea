import APIModel
import OpenAPIDocument
import SwiftSyntax
import SwiftSyntaxBuilder

/// The example of a call, as the pages show it and the tests compile it.
package struct CallExample {
    private let operation: Operation
    private let api: API

    /// An example of an operation, with the values that the specification gives as examples.
    package init(_ operation: Operation, in api: API) {
        self.operation = operation
        self.api = api
    }

    /// The statements.
    package var code: String {
        let call = "\(api.settings.variable).\(operation.callPath.map(Name.escaped).joined(separator: "."))(\(arguments))"
        if let pagination = operation.pagination {
            let named = singular(pagination.element)
            let item = named == api.settings.variable ? "item" : named
            return "for try await \(item) in \(call) {\n    print(\(item))\n}"
        }
        if operation.output.type == .void { return "try await \(call)" }
        let named = variable(operation.output.type)
        let result = named == api.settings.variable ? "answer" : named
        return "let \(result) = try await \(call)\nprint(\(result))"
    }

    /// The call with `{wireName}` in the place of each value that a reader may give, for a form to fill in.
    package var template: String {
        let values = MethodDeclaration.arguments(of: operation).compactMap { argument -> String? in
            guard let wire = wireName(of: argument) else { return nil }
            let value = place(for: argument.type, wire)
            return argument.isUnlabelled ? value : "\(argument.name): \(value)"
        }
        let call =
            "try await \(api.settings.variable).\(operation.callPath.joined(separator: "."))(\(values.joined(separator: ", ")))"
        return operation.pagination == nil ? call : "\(call).page({\(pageName)})"
    }

    /// The place of a value, with the Swift that must stand around what a reader types.
    private func place(for type: TypeReference, _ wire: String) -> String {
        switch type {
        case .optional(let wrapped): return place(for: wrapped, wire)
        case .date(.unixTime), .date(.unixTimeAny): return "Date(timeIntervalSince1970: {\(wire)})"
        case .flag: return "{\(wire)} == 1"
        case .named(let name):
            if case .enumeration = api.type(name) { return ".{\(wire)}" }
            return "{\(wire)}"
        default: return "{\(wire)}"
        }
    }

    /// The method, as documentation links name it: `RunsResource/get(_:)`.
    package var symbol: String {
        let labels = MethodDeclaration.arguments(of: operation).map {
            ($0.isUnlabelled ? "_" : $0.name.filter { $0 != "`" }) + ":"
        }
        let resource = api.allResources.first { $0.path == operation.resourcePath }?.typeName ?? ""
        return "\(resource.isEmpty ? api.settings.client : resource)/\(operation.methodName)(\(labels.joined()))"
    }

    private var pageName: String {
        operation.parameters.first { $0.name.identifier == operation.pagination?.page }?.name.wire ?? ""
    }

    private func wireName(of argument: Argument) -> String? {
        operation.parameters.first { $0.name.identifier == argument.name }?.name.wire
            ?? operation.body?.flattened?.properties.first { $0.name.identifier == argument.name }?.name.wire
    }

    private var arguments: String {
        MethodDeclaration.arguments(of: operation).compactMap { argument -> String? in
            guard let value = value(of: argument) else { return nil }
            return argument.isUnlabelled ? value : "\(argument.name): \(value)"
        }.joined(separator: ", ")
    }

    private func value(of argument: Argument) -> String? {
        if let parameter = operation.parameters.first(where: { $0.name.identifier == argument.name }) {
            if !parameter.isRequired, parameter.name.identifier == operation.pagination?.size { return nil }
            if let example = parameter.example, let value = expression(parameter.type, example) { return value }
            return parameter.isRequired ? placeholder(parameter.type) : nil
        }
        guard let body = operation.body else { return nil }
        if let property = body.flattened?.properties.first(where: { $0.name.identifier == argument.name }) {
            if let example = body.example?[property.name.wire] ?? property.schema.example,
                let value = expression(property.type, example)
            {
                return value
            }
            return property.isOptional ? nil : placeholder(property.type)
        }
        if let example = body.example, let value = expression(body.type, example) { return value }
        return body.isRequired ? placeholder(body.type) : nil
    }

    /// An example as Swift; nil where its type has no short spelling.
    private func expression(_ type: TypeReference, _ example: SpecValue) -> String? {
        switch type {
        case .string: return example.string.map { "\(ExprSyntax.string($0))" }
        case .bool: return example.bool.map { "\($0)" }
        case .flag: return example.integer.map { "\($0 == 1)" }
        case .int, .int32, .int64, .lenientInt, .lenientInt64: return example.integer.map { "\($0)" }
        case .double: return example.number.map { $0.plain }
        case .date(.unixTime), .date(.unixTimeAny): return example.integer.map { "Date(timeIntervalSince1970: \($0))" }
        case .array(let element):
            let values = example.elements?.compactMap { expression(element, $0) }
            return values.map { "[\($0.joined(separator: ", "))]" }
        case .named(let name):
            switch api.type(name) {
            case .identifier: return example.string.map { "\(ExprSyntax.string($0))" }
            case .enumeration(let type):
                let wire = example.string ?? example.integer.map { "\($0)" }
                return type.cases.first { $0.name.wire == wire }.map { ".\($0.name.identifier)" }
            case .model(let model):
                return modelExpression(model, model.properties.map { ($0, example[$0.name.wire]) })
            default: return nil
            }
        default: return nil
        }
    }

    private func modelExpression(_ model: Model, _ members: [(Property, SpecValue?)], depth: Int = 0) -> String? {
        let ordered = members.filter { !$0.0.isOptional } + members.filter { $0.0.isOptional }
        let arguments = ordered.compactMap { property, example -> String? in
            if let example, let value = expression(property.type, example) { return "\(property.name.identifier): \(value)" }
            return property.isOptional ? nil : "\(property.name.identifier): \(placeholder(property.type, depth: depth + 1))"
        }
        return "\(model.name)(\(arguments.joined(separator: ", ")))"
    }

    private func placeholder(_ type: TypeReference, depth: Int = 0) -> String {
        guard depth < 8 else { return "nil" }
        switch type {
        case .string: return "\"…\""
        case .file: return "UploadFile(name: \"file\", contentType: \"application/octet-stream\", bytes: [])"
        case .named(let name):
            switch api.type(name) {
            case .identifier: return "\"…\""
            case .enumeration(let type): return ".\(type.cases.first?.name.identifier ?? "unknown")"
            case .model(let model): return modelExpression(model, model.properties.map { ($0, nil) }, depth: depth) ?? "\(name)()"
            case .union: return ".unrecognized(.null)"
            case nil: return "\(name)()"
            }
        default: return type.emptyValue ?? "nil"
        }
    }

    private func variable(_ type: TypeReference) -> String {
        switch type {
        case .named(let name): Name.escaped(name.prefix(1).lowercased() + name.dropFirst())
        case .array(let element): singular(element) + "s"
        case .optional(let wrapped): variable(wrapped)
        default: "answer"
        }
    }

    private func singular(_ type: TypeReference) -> String {
        if case .named(let name) = type { return Name.escaped(name.prefix(1).lowercased() + name.dropFirst()) }
        return type == .object ? "row" : "item"
    }
}
