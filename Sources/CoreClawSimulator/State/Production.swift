/// What the runs of a Worker bring forth, and how long they take.
struct Production: Sendable {
    /// The most rows that a run of a seeded Worker has.
    static let maximumRows: Int64 = 1000

    /// Seconds from the creation of a run to its start.
    var waiting: Int64 = 2
    /// Seconds that a run works; nil for five and a tenth for each row.
    var working: Int64?
    /// The rows that follow from the custom fields of an input; what it throws is why the run fails.
    let rows: @Sendable (JSON) throws -> ResultRows

    /// Rows by keywords: as many for each as `max_results` says.
    static func perKeyword(_ rows: @escaping @Sendable (Int, [String]) -> ResultRows) -> Production {
        Production { custom in
            let keywords = Self.texts(custom["keywords"], named: "keyword") + Self.texts(custom["keyword"], named: "keyword")
            let others = (custom["place_ids"]?.elements.count ?? 0) + (custom["url"]?.elements.count ?? 0)
            let sources = Int64(max(1, keywords.count + others))
            let perSource = min(max(Self.number(custom["max_results"]) ?? 4, 0), maximumRows)
            return rows(Int(min(min(sources, maximumRows) * perSource, maximumRows)), keywords)
        }
    }

    /// The texts in a value that is a text, an object with one, or an array of those.
    static func texts(_ value: JSON?, named name: String) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .object?: value?[name]?.string.map { [$0] } ?? []
        case .array(let elements)?: elements.flatMap { texts($0, named: name) }
        default: []
        }
    }

    /// A number that may also be written as text.
    private static func number(_ value: JSON?) -> Int64? {
        value?.integer ?? value?.string.flatMap { Int64($0) }
    }
}
