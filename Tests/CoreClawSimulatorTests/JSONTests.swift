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

    @Test func bracketsInsideTextAreNoNesting() throws {
        let text = String(repeating: "[{\\\"", count: 1000)
        #expect(try JSON(parsing: Array("\"\(text)\"".utf8)).string?.count == 3000)
    }
}
