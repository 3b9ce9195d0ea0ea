extension WorkerInputSchema {
    /// The input fields, or `nil` if the schema has another format than the list that most Workers use, for example JSON Schema.
    public var fields: [InputField]? {
        guard let descriptions = schema?["properties"]?.array else { return nil }
        let fields = descriptions.compactMap { description -> InputField? in
            guard let bytes = try? description.jsonBytes() else { return nil }
            return try? InputField(json: bytes)
        }
        return fields.count == descriptions.count ? fields : nil
    }
}
