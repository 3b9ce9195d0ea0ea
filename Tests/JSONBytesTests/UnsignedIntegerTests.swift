import Foundation
import JSONBytes
import Testing

@Suite("Unsigned integers of 64 bits") struct UnsignedIntegerTests {
    private struct Counters: JSONModel {
        var required: UInt64 = 0
        var optional: UInt64?
        var lenient: UInt64?
        var unknownMembers = JSONObject()
        init(placeholder: JSONPlaceholder) {}
        static let fields = JSONFields("required\noptional\nlenient", optional: "optional\nlenient")
        mutating func members(_ coder: inout JSONCoder) {
            coder.integer(&required)
            coder.integer(&optional, absent: 7)
            coder.lenientInteger(&lenient)
        }
    }

    @Test(arguments: [0, 1, 1 << 53 + 1, UInt64(Int64.max), 1 << 63, 10_000_000_000_000_000_000, .max - 1, .max])
    func areExact(number: UInt64) throws {
        let json = #"{"required":\#(number),"optional":\#(number),"lenient":\#(number)}"#
        let counters = try Counters(json: json.replacing(#""lenient":\#(number)"#, with: #""lenient":"\#(number)""#))
        #expect(counters.required == number)
        #expect(counters.optional == number)
        #expect(counters.lenient == number)
        #expect(try counters.jsonText() == json)
        #expect(try read([UInt64].self, "[\(number)]") == [number])
        #expect(try written([number]) == "[\(number)]")
        let value = try JSONValue(json: "\(number)")
        #expect(value.unsignedInteger == number)
        #expect(value == JSONValue(number))
        #expect(try value.jsonText() == "\(number)")
        #expect(try JSONBytesDecoder().decode([UInt64].self, from: Array("[\(number)]".utf8)) == [number])
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode([value]))[0]?.unsignedInteger == number)
    }

    @Test(arguments: ["-1", "18446744073709551616", "1.5", "1e20"])
    func refuseOthers(json: String) throws {
        #expect(failure(UInt64.self, json) != nil)
        #expect(try JSONValue(json: json).unsignedInteger == nil)
        #expect(try Counters(json: #"{"required":0,"optional":\#(json)}"#).optional == nil)
    }
}
