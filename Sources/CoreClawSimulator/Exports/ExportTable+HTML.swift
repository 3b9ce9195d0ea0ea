extension ExportTable {
    /// A page with one table, well-formed as XML too.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <title>Results</title>
        <style>td { white-space: pre-wrap; }</style>
        </head>
        <body>
        <table>
        <thead>
        \(Self.htmlRow(columns, tag: "th"))
        </thead>
        <tbody>
        \(rows.map { Self.htmlRow(cells(of: $0).map(\.cellText), tag: "td") }.joined(separator: "\n"))
        </tbody>
        </table>
        </body>
        </html>

        """
    }

    private static func htmlRow(_ texts: [String], tag: String) -> String {
        "<tr>\(texts.map { "<\(tag)>\(XMLText($0))</\(tag)>" }.joined())</tr>"
    }
}
