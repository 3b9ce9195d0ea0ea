import Foundation
import Testing

@testable import CoreClawSimulator

struct ExportTextTests {
    @Test(arguments: [("csv", ExportFormat.csv), ("CSV", .csv), ("Xlsx", .xlsx), ("RSS", .rss), ("txt", nil), ("", nil)])
    func formatsAreFoundInAnyCapitals(_ text: String, _ format: ExportFormat?) {
        #expect(ExportFormat(text) == format)
    }

    @Test func commaSeparatedValuesComeBack() throws {
        let records = Self.records(ExportSample.text(.csv))
        #expect(records.count == 3)
        #expect(records.first == ExportSample.columns)
        #expect(
            records.dropFirst().first == [
                ExportSample.title + ExportSample.forbidden, "9007199254740993", "4.5", "true",
                #"{"street":"Straße \"1\"","floor":null}"#, "",
            ]
        )
        #expect(records.last == ["", "-7", "null", "false", "", ""])
    }

    @Test func aRecordOfOneEmptyFieldIsNoEmptyLine() {
        let file = ExportFile.make(format: .csv, columns: ["a"], rows: [["a": ""], ["a": .null], ["a": "x"]])
        #expect(String(decoding: file.bytes, as: UTF8.self) == "a\r\n\"\"\r\n\"\"\r\nx\r\n")
    }

    @Test func jsonComesBack() throws {
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(ExportSample.file(.json).bytes)) as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows.first?["title"] as? String == ExportSample.title + ExportSample.forbidden)
        #expect(rows.first?["place_number"] as? Int == 9_007_199_254_740_993)
        #expect((rows.first?["location"] as? [String: Any])?["street"] as? String == "Straße \"1\"")
        #expect(rows.first?["hidden"] == nil)
        #expect(rows.last?["location"] is NSNull)
    }

    @Test func jsonLinesAreOneObjectEach() throws {
        let lines = ExportSample.file(.jsonl).bytes.split(separator: UInt8(ascii: "\n"))
        let array = try JSON(parsing: ExportSample.file(.json).bytes)
        #expect(JSON.array(try lines.map { try JSON(parsing: Array($0)) }) == array)
    }

    @Test(arguments: ExportFormat.allCases)
    func noRowsAndNoColumnsAreFilesToo(_ format: ExportFormat) throws {
        #expect(!ExportFile.make(format: format, columns: ["a"], rows: []).bytes.isEmpty || format == .jsonl)
        let nothing = ExportFile.make(format: format, columns: [], rows: [["a": 1]])
        if [.xls, .xml, .html, .rss].contains(format) {
            _ = try ExportXMLReader.elements(of: String(decoding: nothing.bytes, as: UTF8.self))
        }
        #expect(nothing.withoutFirstRow.bytes != nothing.bytes || format == .csv)
    }

    /// Reads by the grammar of RFC 4180; every record must end with a line break.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (isQuoted, scalar) {
            case (true, "\"") where scalars.first == "\"": field.append(scalars.removeFirst())
            case (_, "\""): isQuoted.toggle()
            case (false, ","):
                record.append(String(field))
                field = .init()
            case (false, "\r") where scalars.first == "\n":
                scalars.removeFirst()
                records.append(record + [String(field)])
                (record, field) = ([], .init())
            default: field.append(scalar)
            }
        }
        return record.isEmpty && field.isEmpty ? records : []
    }
}
