import Testing

@testable import CoreClawSimulator

struct ExportXMLTests {
    @Test func fieldsComeBackUnderTheirNames() throws {
        let elements = try ExportXMLReader.elements(of: ExportSample.text(.xml))
        let fields = elements.filter { $0.name == "field" }
        #expect(
            fields.map { $0.attributes["name"] } == [
                "title", "place_number", "rating", "is_open", "location", "title", "place_number", "rating", "is_open",
            ]
        )
        #expect(fields.first?.text == ExportSample.title)
        #expect(fields.map(\.text).dropFirst().first == "9007199254740993")
        #expect(elements.filter { $0.name == "row" }.count == 2)
        #expect(elements.last?.name == "results")
    }

    @Test func namesOfColumnsMayBeAnything() throws {
        let name = "1 <a>\r\n\t\"b\" & c"
        let file = ExportFile.make(format: .xml, columns: [name], rows: [.object([.init(name: name, value: 1)])])
        let field = try ExportXMLReader.elements(of: String(decoding: file.bytes, as: UTF8.self)).first
        #expect(field == .init(name: "field", attributes: ["name": name], text: "1"))
    }

    @Test func aPageIsATable() throws {
        let elements = try ExportXMLReader.elements(of: ExportSample.text(.html))
        #expect(elements.filter { $0.name == "th" }.map(\.text) == ExportSample.columns)
        let cells = elements.filter { $0.name == "td" }.map(\.text)
        #expect(cells.count == 2 * ExportSample.columns.count)
        #expect(cells.first == ExportSample.title)
        #expect(cells.dropFirst(4).first == #"{"street":"Straße \"1\"","floor":null}"#)
    }

    @Test func aFeedHasTheItemsThatTheStandardAsksFor() throws {
        let elements = try ExportXMLReader.elements(of: ExportSample.text(.rss))
        #expect(elements.last == .init(name: "rss", attributes: ["version": "2.0"], text: elements.last?.text ?? ""))
        #expect(elements.prefix(3).map(\.name) == ["title", "link", "description"])
        #expect(elements.filter { $0.name == "item" }.count == 2)
        #expect(elements.filter { $0.name == "title" }.map(\.text) == ["Results", ExportSample.title, ""])
        // A description is HTML inside XML.
        let description = try #require(elements.filter { $0.name == "description" }.dropFirst().first?.text)
        let entries = try ExportXMLReader.elements(of: description)
        #expect(entries.filter { $0.name == "dt" }.map(\.text) == ExportSample.columns)
        #expect(entries.first { $0.name == "dd" }?.text == ExportSample.title)
    }
}
