import Foundation
import JSONBytes
import Testing

@Suite struct JSONWrapperTests {
    private struct Input: JSONWrapper {
        let value: JSONValue

        init(_ value: JSONValue) {
            self.value = value
        }
    }

    private struct Fields<Value: Encodable>: Encodable {
        let x: Value
    }

    @Test func wrapsAsItIs() throws {
        #expect(Input.raw([1, .null]).value == [1, .null])
        #expect(Input(5, at: ["a", "b"]).value == ["a": ["b": 5]])
        #expect(Input(5, at: []).value == 5)
        #expect(try Input(json: "[1]").jsonText() == "[1]")
        #expect(try Input(json: #"{"a":1,"b":2}"#) == Input(json: #"{"b":2,"a":1.0}"#))
    }

    @Test(arguments: [
        "9223372036854775807", "-9223372036854775808", "0.1", "1.2345678901234567890123", "123456789012345678901234567890",
    ])
    func encodesDecimalsExactly(text: String) throws {
        let number = try #require(Decimal(string: text))
        let input = try Input(encoding: Fields(x: [number]), at: ["a"])
        #expect(try input.jsonText() == #"{"a":{"x":[\#(text)]}}"#)
    }

    @Test(arguments: [
        "1.00000000000000000001e200", "0.1000000000000000000000000000000000000000000000000001", "12345678901234567890.123",
        "9007199254740993.0", "3e-324", "1e400",
    ])
    func keepsEveryDigitOfANumber(text: String) throws {
        let value = try #require(JSONValue(encoding: ["a": .number(text)] as JSONObject)["a"])
        guard case .number(text) = value else { throw Another(value: value) }
    }

    @Test(arguments: [("-1.50e-300", -1.5e-300), ("100.0", 100), ("0.000", 0), ("0.30000000000000004", 0.1 + 0.2), ("1E2", 100)])
    func whatADoubleHoldsIsADouble(text: String, double: Double) throws {
        let value = try JSONValue(encoding: JSONValue.number(text))
        guard case .double(double) = value else { throw Another(value: value) }
    }

    private struct Another: Error { let value: JSONValue }

    @Test func encodesWhatHasNoSpecialForm() throws {
        #expect(try Input(encoding: Fields(x: UInt64.max), at: []).jsonText() == #"{"x":18446744073709551615}"#)
        #expect(try Input(encoding: Fields(x: Date(timeIntervalSince1970: 1.5)), at: []).jsonText() == #"{"x":1.5}"#)
        #expect(
            try Input(encoding: Fields(x: URL(string: "https://example.com/a")), at: []).jsonText()
                == #"{"x":"https://example.com/a"}"#
        )
        #expect(try Input(encoding: [String: Int](), at: []).value == [:])
        #expect(try Input(encoding: JSONValue.number("1e400"), at: []).value == .number("1e400"))
    }

    @Test func whatJSONCannotSayIsAnError() {
        #expect(throws: EncodingError.self) { try Input(encoding: Fields(x: Double.infinity), at: []) }
        #expect(throws: JSONError.self) { try Input(encoding: JSONValue.double(.nan), at: []) }
    }

    @Test func readsBytesOfAnyKind() throws {
        let text = #"{"a":1}"#
        #expect(try JSONObject(json: Data(text.utf8)) == ["a": 1])
        #expect(try JSONObject(json: text.utf8) == ["a": 1])
        #expect(try JSONObject(json: Array(text.utf8)[...]) == ["a": 1])
        #expect(throws: JSONError.self) { try JSONObject(json: Data(text.utf8.dropLast())) }
    }
}
