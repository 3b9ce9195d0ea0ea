/// A column of result rows.
struct ResultColumn: Sendable, Equatable {
    let key: String
    let label: String
    /// `text`, `number` or `date`.
    let format: String

    init(_ key: String, _ label: String, format: String = "text") {
        (self.key, self.label, self.format) = (key, label, format)
    }

    /// The column's entry in `headers`; only v1 tells the format.
    func header(_ version: APIVersion) -> JSON {
        switch version {
        case .v1: ["label": .string(label), "key": .string(key), "format": .string(format)]
        case .v2: ["key": .string(key), "label": .string(label)]
        }
    }
}
