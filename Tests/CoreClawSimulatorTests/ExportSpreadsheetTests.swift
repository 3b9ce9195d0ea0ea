import NIOCore
import Testing

@testable import CoreClawSimulator

struct ExportSpreadsheetTests {
    @Test func theOlderSheetTellsTypes() throws {
        let elements = try ExportXMLReader.elements(of: ExportSample.text(.xls))
        let data = elements.filter { $0.name == "Data" }
        let types = data.dropFirst(ExportSample.columns.count).map { $0.attributes["ss:Type"] ?? "" }
        #expect(types == ["String", "String", "Number", "Boolean", "String", "String", "Number", "String", "Boolean"])
        #expect(data.prefix(ExportSample.columns.count).map(\.text) == ExportSample.columns)
        let values = data.dropFirst(ExportSample.columns.count).map(\.text)
        #expect(values.first == ExportSample.title)
        #expect(values.dropFirst().prefix(3) == ["9007199254740993", "4.5", "1"])
        #expect(elements.filter { $0.name == "Row" }.count == 3)
        #expect(elements.filter { $0.name == "Cell" }.count == 18)
    }

    @Test func theWorkbookHasItsParts() throws {
        let parts = try Self.files(in: ExportSample.file(.xlsx).bytes)
        #expect(
            parts.map(\.name) == [
                "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
            ]
        )
        let types = try ExportXMLReader.elements(of: parts[0].text)
        #expect(types.compactMap { $0.attributes["PartName"] } == ["/xl/workbook.xml", "/xl/worksheets/sheet1.xml"])
        let targets = try [parts[1], parts[3]].flatMap { try ExportXMLReader.elements(of: $0.text) }
        #expect(targets.compactMap { $0.attributes["Target"] } == ["xl/workbook.xml", "worksheets/sheet1.xml"])
        let sheets = try ExportXMLReader.elements(of: parts[2].text)
        #expect(sheets.first?.attributes == ["name": "Results", "sheetId": "1", "r:id": "rId1"])
    }

    @Test func theSheetTellsTypesAndPlaces() throws {
        let sheet = try #require(try Self.files(in: ExportSample.file(.xlsx).bytes).last)
        let elements = try ExportXMLReader.elements(of: sheet.text)
        let cells = elements.filter { $0.name == "c" }.dropFirst(ExportSample.columns.count)
        #expect(cells.map { $0.attributes["r"] ?? "" } == ["A2", "B2", "C2", "D2", "E2", "A3", "B3", "C3", "D3"])
        #expect(
            cells.map { $0.attributes["t"] ?? "" } == [
                "inlineStr", "inlineStr", "", "b", "inlineStr", "inlineStr", "", "inlineStr", "b",
            ]
        )
        #expect(elements.filter { $0.name == "v" }.map(\.text) == ["4.5", "1", "-7", "0"])
        let texts = elements.filter { $0.name == "t" }.map(\.text)
        #expect(texts.prefix(ExportSample.columns.count) == ExportSample.columns[...])
        // What looks like an escape of the format is escaped, so that it stays what it is.
        #expect(texts[ExportSample.columns.count] == ExportSample.title.replacing("_x0041_", with: "_x005F_x0041_"))
    }

    @Test(
        arguments: [
            (.integer(999_999_999_999_999), "999999999999999"), (.integer(1_000_000_000_000_000), nil), (.integer(.min), nil),
            (.double(0.1), "0.1"), (.double(.nan), nil), (.string("1"), nil), (.null, nil),
        ] as [(JSON, String?)]
    )
    func numbersAreNumbersOnlyWhereTheyStayExact(_ value: JSON, _ text: String?) {
        #expect(value.exactNumber == text)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
    func columnsHaveLetters(_ index: Int, _ name: String) {
        #expect(ExportTable.columnName(index) == name)
    }

    @Test func theChecksumIsTheStandardOne() {
        #expect(CRC32.checksum(of: "123456789".utf8) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: []) == 0)
    }

    /// The files of a container as its directory lists them, each checked against what stands before it.
    private static func files(in archive: [UInt8]) throws -> [(name: String, text: String)] {
        let bytes = ByteBuffer(bytes: archive)
        func number<Number: FixedWidthInteger>(_ offset: Int, as: Number.Type) throws -> Int {
            Int(try #require(bytes.getInteger(at: offset, endianness: .little, as: Number.self)))
        }
        let end = archive.count - 22
        #expect(try number(end, as: UInt32.self) == 0x0605_4b50)
        var position = try number(end + 16, as: UInt32.self)
        #expect(position + (try number(end + 12, as: UInt32.self)) == end)
        return try (0..<number(end + 10, as: UInt16.self)).map { _ in
            #expect(try number(position, as: UInt32.self) == 0x0201_4b50)
            let size = try number(position + 24, as: UInt32.self)
            let length = try number(position + 28, as: UInt16.self)
            let local = try number(position + 42, as: UInt32.self)
            let name = try #require(bytes.getString(at: position + 46, length: length))
            #expect(try number(local, as: UInt32.self) == 0x0403_4b50)
            // From the version to the length of the name both say the same.
            #expect(bytes.getSlice(at: local + 4, length: 24) == bytes.getSlice(at: position + 6, length: 24))
            #expect(bytes.getString(at: local + 30, length: length) == name)
            let text = try #require(bytes.getString(at: local + 30 + length, length: size))
            #expect(try number(local + 14, as: UInt32.self) == Int(checksum(of: text)))
            position += 46 + length
            return (name, text)
        }
    }

    /// The checksum bit by bit, without a table.
    private static func checksum(of text: String) -> UInt32 {
        var checksum = UInt32.max
        for byte in text.utf8 {
            for bit in 0..<8 {
                let isSet = (checksum ^ UInt32(byte >> bit)) & 1 == 1
                checksum = isSet ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1
            }
        }
        return ~checksum
    }
}
