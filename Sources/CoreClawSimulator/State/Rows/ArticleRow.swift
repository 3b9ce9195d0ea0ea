/// A row of a run that collects news.
struct ArticleRow: Sendable {
    static let columns = [
        ResultColumn("title", "Title"), ResultColumn("publish_time", "Time", format: "date"), ResultColumn("source", "Source"),
        ResultColumn("url", "Address"), ResultColumn("summary", "Summary"),
        ResultColumn("article_id", "Article", format: "number"),
        ResultColumn("shares", "Shares", format: "number"), ResultColumn("authors", "Authors"),
        ResultColumn("keyword", "Keyword"),
    ]

    private static let sources = ["The Example Times", "Beispiel-Anzeiger", "例のニュース", "L'Exemple 🗞️"]

    private let position: Int
    private let keyword: String

    init(_ position: Int, keyword: String) {
        (self.position, self.keyword) = (position, keyword)
    }

    var members: [JSON.Member] {
        let number = position + 1
        let day = 1 + position % 28
        let row: JSON = [
            "title": .string("\(keyword.isEmpty ? "News" : keyword) – Nr. \(number) 📰"),
            "publish_time": .string("2026-01-\(day < 10 ? "0" : "")\(day)"),
            "source": .string(Self.sources[position % Self.sources.count]),
            "url": .string("https://example.com/news/\(number)"),
            "summary": position % 5 == 4 ? .null : .string("First line of \(number)\nSecond line, with \"quotes\""),
            "article_id": .integer(4_611_686_018_427_387_904 + Int64(number)),
            "shares": .integer(Int64(number * 13 % 1000)),
            "authors": .array((0..<position % 3).map { ["name": .string("Author \($0 + 1)"), "email": .null] }),
            "keyword": .string(keyword),
        ]
        return row.members
    }
}
