import APIModel
import OpenAPIDocument
import SwiftSyntax
import SwiftSyntaxBuilder

/// Values that are written in the specification, as Swift.
struct ValueExpression {
    let api: API

    /// A value of a type; nil where the type has no short spelling for it.
    func text(_ type: TypeReference, _ value: SpecValue) -> String? {
        switch type {
        case .string: return value.string.map { "\(ExprSyntax.string($0))" }
        case .bool: return value.bool.map { "\($0)" }
        case .flag: return value.integer.map { "\($0 == 1)" }
        case .int, .int32, .int64, .lenientInt, .lenientInt64: return value.integer.map { "\($0)" }
        case .double: return value.number.map { $0.plain }
        case .date(.unixTime), .date(.unixTimeAny): return value.integer.map { "Date(timeIntervalSince1970: \($0))" }
        case .json: return literal(value)
        case .object: return value.members == nil ? nil : literal(value)
        case .array(let element):
            return value.elements.map { "[\($0.compactMap { text(element, $0) }.joined(separator: ", "))]" }
        case .optional(let wrapped): return value.isNull ? "nil" : text(wrapped, value)
        case .nullable(let wrapped): return value.isNull ? ".null" : text(wrapped, value).map { nonNull(wrapped, $0) }
        case .named(let name): return named(name, value)
        default: return nil
        }
    }

    /// A value that stands for one that the specification does not give.
    func placeholder(_ type: TypeReference, depth: Int = 0) -> String {
        guard depth < 8 else { return "nil" }
        switch type {
        case .string: return "\"…\""
        case .json: return ".null"
        case .object: return "[:]"
        case .file: return "UploadFile(name: \"file\", contentType: \"application/octet-stream\", bytes: [])"
        case .named(let name):
            switch api.type(name) {
            case .identifier: return "\"…\""
            case .enumeration(let type): return ".\(type.cases.first?.name.identifier ?? "unknown")"
            case .model(let model): return self.model(model, depth: depth) { _ in nil }
            case .union: return ".unrecognized(.null)"
            case .wrapper: return ".raw(.null)"
            case nil: return "\(name)()"
            }
        default: return type.emptyValue ?? "nil"
        }
    }

    /// The way of a wrapper by which a value is made, with what it wraps: the one that leaves the least to write.
    func way(of wrapper: Wrapper, to value: SpecValue) -> (way: Wrapper.Way, inner: SpecValue)? {
        let fitting = wrapper.ways.compactMap { way in inner(value, way.path).map { (way: way, inner: $0) } }
        return fitting.sorted { $0.way.path.count > $1.way.path.count }.first
    }

    /// The object at the end of a path, if nothing else lies on the way.
    private func inner(_ value: SpecValue, _ path: [String]) -> SpecValue? {
        var value = value
        for name in path {
            guard let members = value.members, members.count == 1, members[0].key == name else { return nil }
            value = members[0].value
        }
        return value.members == nil ? nil : value
    }

    private func named(_ name: String, _ value: SpecValue) -> String? {
        switch api.type(name) {
        case .identifier: return value.string.map { "\(ExprSyntax.string($0))" }
        case .enumeration(let type):
            let wire = value.string ?? value.integer.map { "\($0)" }
            if let known = type.cases.first(where: { $0.name.wire == wire }) { return ".\(known.name.identifier)" }
            guard type.isOpen else { return nil }
            let raw =
                type.isInteger && !type.isNamed ? value.integer.map { "\($0)" } : value.string.map { "\(ExprSyntax.string($0))" }
            return raw.map { ".init(rawValue: \($0))" }
        case .model(let model): return self.model(model) { value[$0.name.wire] }
        case .wrapper(let wrapper):
            guard let (way, inner) = way(of: wrapper, to: value) else { return ".raw(\(literal(value)))" }
            return ".\(way.name.identifier)(\(literal(inner)))"
        default: return nil
        }
    }

    private func model(_ model: Model, depth: Int = 0, value: (Property) -> SpecValue?) -> String {
        let ordered = model.properties.filter { !$0.isOptional } + model.properties.filter(\.isOptional)
        let arguments = ordered.compactMap { property -> String? in
            if let text = value(property).flatMap({ text(property.type, $0) }) { return "\(property.name.identifier): \(text)" }
            return property.isOptional ? nil : "\(property.name.identifier): \(placeholder(property.type, depth: depth + 1))"
        }
        return "\(model.name)(\(arguments.joined(separator: ", ")))"
    }

    /// What has a literal stands by itself; the rest is put into its case.
    private func nonNull(_ type: TypeReference, _ text: String) -> String {
        switch type {
        case .string, .bool, .flag, .int, .int32, .int64, .lenientInt, .lenientInt64, .double: text
        default: ".value(\(text))"
        }
    }

    /// Any JSON as the literals that make it.
    private func literal(_ value: SpecValue) -> String {
        switch value.kind {
        case .null: ".null"
        case .bool(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .number(let number): number.plain
        case .string(let text): "\(ExprSyntax.string(text))"
        case .array(let elements): "[\(elements.map(literal).joined(separator: ", "))]"
        case .object(let members):
            members.isEmpty
                ? "[:]" : "[\(members.map { "\(ExprSyntax.string($0.key)): \(literal($0.value))" }.joined(separator: ", "))]"
        }
    }
}
