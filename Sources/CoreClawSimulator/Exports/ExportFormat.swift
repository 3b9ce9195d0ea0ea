/// The kinds of file in which the service exports result rows.
enum ExportFormat: String, CaseIterable, Sendable {
    case csv, json, jsonl, xlsx, xls, xml, html, rss

    /// The format of a name in any mixture of capitals; nil for one that the service does not offer.
    init?(_ text: String) {
        self.init(rawValue: text.lowercased())
    }

    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .jsonl: "application/x-ndjson"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .xls: "application/vnd.ms-excel"
        case .xml: "application/xml"
        case .html: "text/html; charset=utf-8"
        case .rss: "application/rss+xml"
        }
    }
}
