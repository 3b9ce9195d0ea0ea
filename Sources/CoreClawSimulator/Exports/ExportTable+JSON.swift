extension ExportTable {
    /// One array of objects.
    var json: [UInt8] {
        JSON.array(rows.map(object)).bytes
    }

    /// An object on each line.
    var jsonLines: [UInt8] {
        rows.flatMap { object($0).bytes + [UInt8(ascii: "\n")] }
    }

    private func object(_ row: JSON) -> JSON {
        .object(zip(columns, cells(of: row)).map { JSON.Member(name: $0, value: $1) })
    }
}
