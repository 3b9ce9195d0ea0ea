/// The result rows of a run, each made from its position alone.
enum ResultRows: Sendable, Equatable {
    /// Places with text, numbers, nested values and gaps; the keywords take turns.
    case places(Int, keywords: [String] = ["coffee"])
    /// News articles with dates, numbers and gaps.
    case articles(Int, keywords: [String])
    /// A profile for each address.
    case profiles([String])
    /// Rows that only say what went wrong: a run may succeed and still hold nothing else.
    case errors(Int)
    /// Rows that somebody else has made.
    case given([JSON], columns: [ResultColumn])

    static let none = ResultRows.given([], columns: [])

    var count: Int {
        switch self {
        case .places(let count, _), .articles(let count, _), .errors(let count): count
        case .profiles(let addresses): addresses.count
        case .given(let rows, _): rows.count
        }
    }

    var columns: [ResultColumn] {
        switch self {
        case .places: PlaceRow.columns
        case .articles: ArticleRow.columns
        case .profiles: ProfileRow.columns
        case .errors:
            [ResultColumn("error", "error"), ResultColumn("error_code", "error_code"), ResultColumn("status", "status")]
        case .given(_, let columns): columns
        }
    }

    /// A row of a run, with the hidden member that identifies it.
    func row(at position: Int, of runID: String, _ options: SimulatorOptions) -> JSON {
        let members: [JSON.Member] =
            switch self {
            case .places(_, let keywords): PlaceRow(position, keyword: Self.element(position, of: keywords)).members
            case .articles(_, let keywords): ArticleRow(position, keyword: Self.element(position, of: keywords)).members
            case .profiles(let addresses): ProfileRow(position, address: Self.element(position, of: addresses)).members
            case .errors:
                [
                    JSON.Member(name: "error", value: "Forbidden"), JSON.Member(name: "error_code", value: "403"),
                    JSON.Member(name: "status", value: "failed"),
                ]
            case .given(let rows, _): position < rows.count ? rows[position].members : []
            }
        let id = JSON.Member(name: options.rowIdentifier.name, value: .string(Self.rowID("\(runID)/\(position)")))
        return .object(members + [id])
    }

    private static func element(_ position: Int, of texts: [String]) -> String {
        texts.isEmpty ? "" : texts[position % texts.count]
    }

    /// 64 hexadecimal digits that depend on nothing but the text.
    private static func rowID(_ text: String) -> String {
        (UInt64(0)..<4).map { part in
            let hash = text.utf8.reduce(14_695_981_039_346_656_037 &+ part) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
