@testable import CoreClawSimulator

/// Rows with everything that a format may trip over.
enum ExportSample {
    static let columns = ["title", "place_number", "rating", "is_open", "location", "a \"b\" & <c>,d"]

    /// Quotes, commas, every kind of line break, markup, an emoji, and characters that XML forbids.
    static let title = "Joe's \"Best\", <Café> & ☕️\r\nsecond\rthird\n\tfourth ]]> _x0041_ "
    static let forbidden = "\u{0}\u{8}\u{1F}\u{FFFE}\u{FFFF}"

    static let rows: [JSON] = [
        [
            "title": .string(title + forbidden), "place_number": 9_007_199_254_740_993, "rating": .double(4.5),
            "is_open": .bool(true), "location": ["street": "Straße \"1\"", "floor": .null], "hidden": 7,
        ],
        ["title": "", "place_number": -7, "rating": .double(.infinity), "is_open": .bool(false)],
    ]

    static func file(_ format: ExportFormat) -> ExportFile {
        ExportFile.make(format: format, columns: columns, rows: rows)
    }

    static func text(_ format: ExportFormat) -> String {
        String(decoding: file(format).bytes, as: UTF8.self)
    }
}
