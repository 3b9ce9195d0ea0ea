/// Result rows as a file.
struct ExportFile: Sendable {
    let format: ExportFormat
    let bytes: [UInt8]
    private let table: ExportTable

    private init(format: ExportFormat, table: ExportTable) {
        self.format = format
        self.table = table
        bytes =
            switch format {
            case .csv: table.csv
            case .json: table.json
            case .jsonl: table.jsonLines
            case .xlsx: table.workbook
            case .xls: Array(table.spreadsheetXML.utf8)
            case .xml: Array(table.xml.utf8)
            case .html: Array(table.html.utf8)
            case .rss: Array(table.rss.utf8)
            }
    }

    /// A file with the named members of each row, in the order of the names; a member that a row lacks counts as null.
    static func make(format: ExportFormat, columns: [String], rows: [JSON]) -> ExportFile {
        ExportFile(format: format, table: ExportTable(columns: columns, rows: rows))
    }

    /// The file without its first row: as good as every byte behind the heading is another one then.
    var withoutFirstRow: ExportFile {
        ExportFile(format: format, table: ExportTable(columns: table.columns, rows: Array(table.rows.dropFirst())))
    }
}
