extension ExportTable {
    /// Comma-separated values as RFC 4180 has them, in UTF-8, with a heading.
    var csv: [UInt8] {
        guard !columns.isEmpty else { return [] }
        return ([columns] + rows.map { cells(of: $0).map(\.cellText) }).flatMap(Self.record)
    }

    private static func record(_ fields: [String]) -> [UInt8] {
        // A line with nothing on it would be no record at all.
        if fields == [""] { return Array("\"\"\r\n".utf8) }
        return Array(fields.map(quoted).joined(separator: [UInt8(ascii: ",")])) + Array("\r\n".utf8)
    }

    /// Works on bytes because a carriage return with a line feed is one `Character`, equal to neither.
    private static func quoted(_ field: String) -> [UInt8] {
        let special = [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        let quote = UInt8(ascii: "\"")
        guard field.utf8.contains(where: special.contains) else { return Array(field.utf8) }
        return [quote] + field.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
