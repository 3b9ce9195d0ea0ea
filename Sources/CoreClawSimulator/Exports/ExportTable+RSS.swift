extension ExportTable {
    /// An RSS 2.0 feed: each row an item, titled by its first column, with the whole row as HTML for its description.
    var rss: String {
        let items = rows.map { row in
            let cells = cells(of: row).map(\.cellText)
            return "<item><title>\(XMLText(cells.first ?? ""))</title><description>\(XMLText(list(cells)))</description></item>\n"
        }
        return """
            \(XMLText.declaration)<rss version="2.0">
            <channel>
            <title>Results</title>
            <link>https://example.com/results</link>
            <description>The result rows of a run</description>
            \(items.joined())</channel>
            </rss>

            """
    }

    private func list(_ cells: [String]) -> String {
        let entries = zip(columns, cells).map { "<dt>\(XMLText($0))</dt><dd>\(XMLText($1))</dd>" }
        return "<dl>\(entries.joined())</dl>"
    }
}
