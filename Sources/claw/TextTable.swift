/// Rows and columns for a terminal.
struct TextTable {
    private static let widest = 28

    private let columns: [String]
    private var rows: [[String]] = []

    init(columns: [String]) {
        self.columns = columns
    }

    mutating func append(_ row: [String]) {
        rows.append(row)
    }

    /// The table without a final line break. Values that are too long are truncated.
    var text: String {
        let cells = ([columns] + rows).map { $0.map(Self.cell) }
        let widths = columns.indices.map { column in cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return cells.map { row in
            let padded = zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
            return "  " + padded.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= widest ? line : line.prefix(widest - 1) + "…"
    }
}
