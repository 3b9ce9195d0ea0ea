import Stencil

/// The stored fields of a value, found by reflection once instead of at every mention in a template.
struct TemplateFields: DynamicMemberLookup {
    private let values: [String: Any]

    init(of value: Any) {
        var values: [String: Any] = [:]
        for child in Mirror(reflecting: value).children {
            if let name = child.label { values[name] = Self.plain(child.value) }
        }
        self.values = values
    }

    subscript(dynamicMember name: String) -> Any? { values[name] }

    /// Texts, booleans and numbers as they are, lists and structs with their own fields; nil for an optional that is nil.
    private static func plain(_ value: Any) -> Any? {
        switch value {
        case is String, is Bool, is Int: return value
        case let elements as [Any]: return elements.compactMap(plain)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return TemplateFields(of: value) }
        return mirror.children.first.flatMap { plain($0.value) }
    }
}
