extension ExportTable {
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// An Office Open XML workbook of one sheet, the least that the standard asks for.
    var workbook: [UInt8] {
        var archive = ZipArchive()
        archive.add("[Content_Types].xml", Self.contentTypes)
        archive.add("_rels/.rels", Self.relationship(type: "officeDocument", target: "xl/workbook.xml"))
        archive.add("xl/workbook.xml", Self.book)
        archive.add("xl/_rels/workbook.xml.rels", Self.relationship(type: "worksheet", target: "worksheets/sheet1.xml"))
        archive.add("xl/worksheets/sheet1.xml", sheet)
        return archive.bytes
    }

    private static let contentTypes = """
        \(XMLText.declaration)<Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """

    private static let book = """
        \(XMLText.declaration)<workbook xmlns="\(spreadsheet)" xmlns:r="\(relationships)">\
        <sheets><sheet name="Results" sheetId="1" r:id="rId1"/></sheets></workbook>
        """

    private static func relationship(type: String, target: String) -> String {
        """
        \(XMLText.declaration)<Relationships xmlns="\(package)/relationships">\
        <Relationship Id="rId1" Type="\(relationships)/\(type)" Target="\(target)"/></Relationships>
        """
    }

    private var sheet: String {
        let lines = [columns.map(JSON.string)] + rows.map(cells)
        let names = columns.indices.map(Self.columnName)
        let elements = lines.enumerated().map { index, cells in
            let number = index + 1
            let cells = zip(names, cells).map { Self.cell($1, at: "\($0)\(number)") }
            return "<row r=\"\(number)\">\(cells.joined())</row>\n"
        }
        return "\(XMLText.declaration)<worksheet xmlns=\"\(Self.spreadsheet)\"><sheetData>\n\(elements.joined())"
            + "</sheetData></worksheet>"
    }

    /// Null is the absence of a cell.
    private static func cell(_ value: JSON, at reference: String) -> String {
        if let number = value.exactNumber { return "<c r=\"\(reference)\"><v>\(number)</v></c>" }
        return switch value {
        case .null: ""
        case .bool(let flag): "<c r=\"\(reference)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>"
        default:
            "<c r=\"\(reference)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + "\(XMLText(literal(value.cellText)))</t></is></c>"
        }
    }

    /// Text that is not taken for an escape: `_x0041_` means `A` here, and only `_x005F_x0041_` means itself.
    private static func literal(_ text: String) -> String {
        text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }

    /// The letters of a column, from `A` for 0 over `Z` to `AA` for 26.
    static func columnName(_ index: Int) -> String {
        let (group, letter) = index.quotientAndRemainder(dividingBy: 26)
        let last = String(decoding: [UInt8(ascii: "A") + UInt8(letter)], as: UTF8.self)
        return group == 0 ? last : columnName(group - 1) + last
    }
}
