import APIModel
import OpenAPIDocument
import SwiftSyntax
import SwiftSyntaxBuilder

/// The example of a call, as the pages show it and the tests compile it.
package struct CallExample {
    private let operation: Operation
    private let method: FlatMethod?
    private let api: API
    private let values: ValueExpression

    /// An example of an operation by one of its methods, the main one if none is named, with the values that the specification gives as
    /// examples.
    package init(_ operation: Operation, by method: FlatMethod? = nil, in api: API) {
        self.operation = operation
        self.method = method ?? operation.methods.first
        self.api = api
        values = ValueExpression(api: api)
    }

    /// The statements.
    package var code: String {
        let names = callPath.map(Name.escaped).joined(separator: ".")
        let call = "\(api.settings.variable).\(names)(\(list(texts(of: value), besides: names.count)))"
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

    /// Arguments on one line, or a line each where that would be long.
    private func list(_ texts: [String], besides length: Int) -> String {
        let line = texts.joined(separator: ", ")
        if line.count + length <= 80 || texts.count < 2 { return line }
        return "\n    \(texts.joined(separator: ",\n    "))\n"
    }

    /// The call with `{wireName}` in the place of each value that a reader may give, for a form to fill in.
    package var template: String {
        let arguments = texts { argument in
            wireName(of: argument).map { place(for: argument.type, $0, example: example(of: argument)) }
        }
        let names = callPath.joined(separator: ".")
        let call = "try await \(api.settings.variable).\(names)(\(arguments.joined(separator: ", ")))"
        return operation.pagination == nil ? call : "\(call).page({\(pageName)})"
    }

    /// The method, as documentation links name it: `RunsResource/get(_:)`.
    package var symbol: String {
        let resource = api.allResources.first { $0.path == operation.resourcePath }
        let labels = Self.labels(arguments)
        let twins = (resource?.operations ?? []).flatMap { operation in
            operation.methods.filter { $0.name == name && Self.labels(operation.arguments(of: $0)) == labels }
        }
        // Methods that only their types tell apart are linked to by those.
        let types = twins.count > 1 ? "-(\(arguments.map(\.type.spelling).joined(separator: ",")))" : ""
        let owner = resource?.typeName ?? ""
        return "\(owner.isEmpty ? api.settings.client : owner)/\(name)(\(labels))\(types)"
    }

    private static func labels(_ arguments: [Argument]) -> String { arguments.map { "\($0.label):" }.joined() }

    private var name: String { method?.name ?? "" }

    private var callPath: [String] { operation.resourcePath + [name] }

    private var arguments: [Argument] { method.map { operation.arguments(of: $0) } ?? [] }

    // MARK: Arguments

    /// The arguments that have a text, each with its label.
    private func texts(of value: (Argument) -> String?) -> [String] {
        arguments.compactMap { argument in
            value(argument).map { argument.isUnlabelled ? $0 : "\(argument.name): \($0)" }
        }
    }

    private func parameter(of argument: Argument) -> Parameter? {
        operation.parameters.first { $0.name.identifier == argument.name }
    }

    private func property(of argument: Argument) -> Property? {
        operation.body?.flattened?.properties.first { $0.name.identifier == argument.name }
    }

    private func example(of argument: Argument) -> SpecValue? {
        if let parameter = parameter(of: argument) { return parameter.example }
        guard let property = property(of: argument) else { return operation.body?.example }
        // An example of the whole body says which members a call has.
        if let whole = operation.body?.example, property.isOptional { return whole[property.name.wire] }
        return operation.body?.example?[property.name.wire] ?? property.schema.example
    }

    private func value(of argument: Argument) -> String? {
        if argument.isOptional, argument.name == operation.pagination?.size { return nil }
        let example = example(of: argument)
        if argument.type == .optional(.url), let text = example?.string { return "URL(string: \(ExprSyntax.string(text)))" }
        if argument.type == .url, let text = example?.string { return "URL(string: \(ExprSyntax.string(text)))!" }
        if let value = example.flatMap({ values.text(argument.type, $0) }), !(argument.isOptional && value == "nil") {
            return value
        }
        return argument.isOptional ? nil : values.placeholder(argument.type)
    }

    // MARK: Places

    private var pageName: String {
        operation.parameters.first { $0.name.identifier == operation.pagination?.page }?.name.wire ?? ""
    }

    private func wireName(of argument: Argument) -> String? {
        parameter(of: argument)?.name.wire ?? property(of: argument)?.name.wire
    }

    /// The place of a value, with the Swift that must stand around what a reader types.
    private func place(for type: TypeReference, _ wire: String, example: SpecValue?) -> String {
        switch type {
        case .optional(.url): return "URL(string: {\(wire)})"
        case .optional(let wrapped), .nullable(let wrapped): return place(for: wrapped, wire, example: example)
        case .date(.unixTime), .date(.unixTimeAny): return "Date(timeIntervalSince1970: {\(wire)})"
        case .flag: return "{\(wire)} == 1"
        case .named(let name):
            switch api.type(name) {
            case .enumeration: return ".{\(wire)}"
            case .wrapper(let wrapper): return place(for: wrapper, wire, example: example)
            default: return "{\(wire)}"
            }
        default: return "{\(wire)}"
        }
    }

    private func place(for wrapper: Wrapper, _ wire: String, example: SpecValue?) -> String {
        guard let way = example.flatMap({ values.way(of: wrapper, to: $0) })?.way,
            // Points stand between the names in a place, so that no name may have one.
            way.path.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "_") == $0 || Character(.init($0)).isASCIIWord } })
        else { return ".raw({\(wire)})" }
        return ".\(way.name.swift)({\(([wire] + way.path).joined(separator: "."))})"
    }

    // MARK: Names

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

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
