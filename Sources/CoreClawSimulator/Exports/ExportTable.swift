/// Rows with the columns in which to show them; each format is an extension in a file of its own.
struct ExportTable: Sendable {
    let columns: [String]
    let rows: [JSON]

    func cells(of row: JSON) -> [JSON] {
        columns.map { row[$0] ?? .null }
    }
}

extension JSON {
    /// The value in formats that know nothing but text: strings as they are, null as no text, anything else as JSON.
    var cellText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        default: String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The digits of a number that spreadsheets, which count in doubles and show 15 digits, keep as it is.
    var exactNumber: String? {
        switch self {
        case .integer(let number) where number.magnitude < 1_000_000_000_000_000: String(number)
        case .double(let number) where number.isFinite: String(number)
        default: nil
        }
    }
}
