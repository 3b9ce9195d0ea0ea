extension ExportTable {
    /// A `row` for each row with a `field` for each value that is not null; names stand in an attribute because a column may be
    /// called what no element can be.
    var xml: String {
        let rows = rows.map { row in
            let fields = zip(columns, cells(of: row)).filter { $1 != .null }.map { column, cell in
                "<field name=\"\(Self.attribute(column))\">\(XMLText(cell.cellText))</field>"
            }
            return "<row>\(fields.joined())</row>\n"
        }
        return "\(XMLText.declaration)<results>\n\(rows.joined())</results>\n"
    }

    /// A parser makes spaces of the line breaks and tabs in an attribute unless they are references.
    private static func attribute(_ text: String) -> String {
        "\(XMLText(text))".replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
    }
}
