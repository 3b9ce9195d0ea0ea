extension ExportTable {
    /// A workbook in the XML of Excel 2003, which is what spreadsheets read under the old file name ending.
    var spreadsheetXML: String {
        let heading = columns.map { Self.data($0, type: "String") }
        let lines = ([heading] + rows.map { cells(of: $0).map(Self.cell) }).map { "<Row>\($0.joined())</Row>\n" }
        return """
            \(XMLText.declaration)<?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Results">
            <Table>
            \(lines.joined())</Table>
            </Worksheet>
            </Workbook>

            """
    }

    private static func cell(_ value: JSON) -> String {
        if let number = value.exactNumber { return data(number, type: "Number") }
        return switch value {
        case .null: "<Cell/>"
        case .bool(let flag): data(flag ? "1" : "0", type: "Boolean")
        default: data(value.cellText, type: "String")
        }
    }

    private static func data(_ text: String, type: String) -> String {
        "<Cell><Data ss:Type=\"\(type)\">\(XMLText(text))</Data></Cell>"
    }
}
