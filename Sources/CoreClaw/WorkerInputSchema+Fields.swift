extension WorkerInputSchema {
    /// The fields, if the schema describes them by a list, as most Workers do; nil if it has another form, such as JSON Schema.
    public var fields: [InputField]? {
        guard let descriptions = schema?["properties"]?.array else { return nil }
        let fields = descriptions.compactMap { description -> InputField? in
            guard let bytes = try? description.jsonBytes() else { return nil }
            return try? InputField(json: bytes)
        }
        return fields.count == descriptions.count ? fields : nil
    }
}
