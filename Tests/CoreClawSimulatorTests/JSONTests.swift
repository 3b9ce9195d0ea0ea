import Testing

@testable import CoreClawSimulator

struct JSONTests {
    @Test(
        arguments: [
            (JSON.integer(.max), "9223372036854775807"),
            (.double(4.5), "4.5"),
            (.double(.nan), "null"),
            (.string("\"\\\n\r\t\u{1}\u{1f}é😀/"), #""\"\\\n\r\t\u0001\u001fé😀/""#),
            (["b": 1, "a": .array([.null, .bool(false)])], #"{"b":1,"a":[null,false]}"#),
        ] as [(JSON, String)]
    )
    func valuesAreWrittenExactly(_ value: JSON, _ text: String) {
        #expect(String(decoding: value.bytes, as: UTF8.self) == text)
    }

    @Test func whatIsWrittenReadsBack() throws {
        let value: JSON = ["a": .array([1, .double(0.1), "\u{0}x", .bool(true), .null]), "b": ["c": .integer(.min)]]
        #expect(try JSON(parsing: value.bytes) == value)
    }

    @Test(arguments: ["", "{", "nul", "[1", "{\"a\" 1}", "1e999"])
    func brokenDocumentsAreRefused(_ text: String) {
        #expect(throws: JSON.ParsingError.self) { try JSON(parsing: Array(text.utf8)) }
    }

    /// U+2200 in UTF-16 has a byte that looks like a quote, behind which brackets would not be counted.
    private static func utf16(_ text: String) -> [UInt8] {
        [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    }

    @Test(arguments: [
        utf16(#"{"a":"\#u{2200}","b":\#(String(repeating: "[", count: 100))\#(String(repeating: "]", count: 100))}"#),
        utf16("{}"), Array(utf16("{}").dropFirst(2)), Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8),
        Array("\"\u{0}\"".utf8), Array("\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"".utf8),
        Array("\"".utf8) + [0xF0, 0x9F, 0x98] + Array("\"".utf8),
    ])
    func onlyUTF8IsRead(_ bytes: [UInt8]) {
        #expect(throws: JSON.ParsingError.self) { try JSON(parsing: bytes) }
    }

    @Test func bracketsInsideTextAreNoNesting() throws {
        let text = String(repeating: "[{\\\"", count: 1000)
        #expect(try JSON(parsing: Array("\"\(text)\"".utf8)).string?.count == 3000)
    }
}
