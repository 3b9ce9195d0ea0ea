import Foundation
import JSONBytes
import Testing

@Suite("Zeros") struct ZeroTests {
    private struct Ratio: JSONModel {
        var ratio = 0.0
        var maybe: Double?
        var list: [Double] = []
        var unknownMembers = JSONObject()
        init(placeholder: JSONPlaceholder) {}
        static let fields = JSONFields("ratio\nmaybe\nlist", optional: "maybe\nlist")
        mutating func members(_ coder: inout JSONCoder) {
            coder.double(&ratio)
            coder.double(&maybe)
            coder.list(&list)
        }
    }

    /// The sign of zero is part of the JSON, so that it is part of the value, everywhere.
    @Test(arguments: ["-0.0", "-0", "-0e5"])
    func aNegativeZeroIsNotZero(zero: String) throws {
        let json = #"{"ratio":\#(zero),"maybe":\#(zero),"list":[\#(zero)]}"#
        let negative = try Ratio(json: json), positive = try Ratio(json: json.replacing(zero, with: "0.0"))
        #expect(negative.ratio.sign == .minus)
        #expect(negative != positive)
        #expect(Set([negative, positive]).count == 2)
        #expect(try negative.jsonText() == #"{"ratio":-0,"maybe":-0,"list":[-0]}"#)
        #expect(try Ratio(json: negative.jsonText()) == negative)
        let value = try JSONValue(json: zero)
        #expect(value != 0)
        #expect(value == .double(-0.0))
        #expect(value.hashValue == JSONValue.double(-0.0).hashValue)
        #expect(JSONValue.double(0.0) == .integer(0))
        #expect(try JSONValue(json: value.jsonText()) == value)
        #expect(try JSONBytesDecoder().decode([Double].self, from: Array("[\(zero)]".utf8))[0].sign == .minus)
    }

    @Test func integersAndDecimalsHaveOneZero() throws {
        #expect(try read(Int.self, "-0") == 0)
        #expect(try read(Decimal.self, "-0.00") == 0)
        #expect(try written(read(Decimal.self, "-0.00")) == "\"0\"")
    }
}
