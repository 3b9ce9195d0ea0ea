/// What a Worker wants to be given, in one of two forms: an array of fields, or JSON Schema.
struct InputSchema: Sendable {
    static let none = InputSchema(json: ["properties": []])

    let json: JSON
    /// Fields that may stand in for a required one.
    var alternatives: [String: [String]] = [:]

    /// The title of the first required field that an input leaves out or empty; nil when all are there.
    func missingField(in custom: JSON) -> String? {
        requiredFields.first { field in
            ([field.name] + alternatives[field.name, default: []]).allSatisfy { custom[$0]?.isBlank ?? true }
        }?.title
    }

    private var requiredFields: [(name: String, title: String)] {
        let names =
            json["properties"]?.isObject == true
            ? (json["required"]?.elements ?? []).compactMap(\.string)
            : (json["properties"]?.elements ?? []).filter { $0["required"]?.bool == true }.compactMap { $0["name"]?.string }
        return names.map { ($0, title(of: $0) ?? $0) }
    }

    private func title(of name: String) -> String? {
        guard let properties = json["properties"] else { return nil }
        let property = properties.isObject ? properties[name] : properties.elements.first { $0["name"]?.string == name }
        return property?["title"]?.string
    }
}
