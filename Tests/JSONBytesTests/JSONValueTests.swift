import JSONBytes
import Testing

@Suite struct JSONValueTests {
    @Test func hasLiteralsOfEveryKind() {
        let number = 5
        let value: JSONValue = [
            "null": nil, "bool": true, "integer": 1, "double": 1.5, "string": "\(number)", "array": [1, [:], []], "bool": false,
        ]
        #expect(value.description == #"{"null":null,"bool":false,"integer":1,"double":1.5,"string":"5","array":[1,{},[]]}"#)
    }

    @Test func givesWhatItHolds() {
        let value: JSONValue = ["s": "x", "i": 1, "d": 1.5, "w": 2.0, "b": true, "n": nil, "a": [1, 2]]
        #expect(value["s"]?.string == "x")
        #expect(value["i"]?.integer == 1)
        #expect(value["i"]?.double == 1)
        #expect(value["d"]?.double == 1.5)
        #expect(value["d"]?.integer == nil)
        #expect(value["w"]?.integer == 2)
        #expect(value["b"]?.bool == true)
        #expect(value["n"]?.isNull == true)
        #expect(value["a"]?.array?.count == 2)
        #expect(value["a"]?[1] == 2)
        #expect(value["a"]?[2] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["a"]?["x"] == nil)
        #expect(value[0] == nil)
        #expect(value["none"] == nil)
        #expect(value.object?.count == 7)
        #expect(value.string == nil && value.bool == nil && value.array == nil && value.double == nil && !value.isNull)
        #expect(JSONValue.number("1e400").double == nil)
        #expect(JSONValue.number("18446744073709551616").double == 0x1p64)
        #expect(JSONValue.double(1e300).integer == nil)
    }

    @Test func keepsNumbersExactly() throws {
        let json = "[9223372036854775807,-9223372036854775808,9223372036854775808,1e400,-1e-400,0.1,1e3,5.0,-0,-0.0,0,0e5]"
        let values = try #require(try JSONValue(json: json).array)
        #expect(
            values.map { "\($0)" } == [
                "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e400", "-1e-400", "0.1", "1000", "5",
                "-0", "-0",
                "0", "0",
            ]
        )
        guard case .number("9223372036854775808") = values[2], case .number("1e400") = values[3], case .double = values[6],
            case .double(let zero) = values[8], zero.sign == .minus, case .integer(0) = values[10]
        else {
            Issue.record("\(values)")
            return
        }
    }

    @Test func isEqualAsJSON() {
        #expect(JSONValue.integer(5) == JSONValue.double(5))
        #expect(JSONValue.integer(5).hashValue == JSONValue.double(5).hashValue)
        #expect((["a": 1, "b": [2]] as JSONValue) == (["b": [2], "a": 1] as JSONValue))
        #expect(([1, 2] as JSONValue) != ([2, 1] as JSONValue))
        #expect(("1" as JSONValue) != (1 as JSONValue))
        #expect(JSONValue.double(.nan) == JSONValue.double(.nan))
        #expect(JSONValue.double(.infinity) != JSONValue.double(-.infinity))
    }

    @Test func describesItself() {
        #expect(JSONValue.string("a \"b\"").description == "a \"b\"")
        #expect((["a": "b"] as JSONValue).description == #"{"a":"b"}"#)
    }

    @Test func refusesToWriteWhatIsNoJSON() {
        #expect(throws: JSONError(.unwritable, "\"1x\" is no JSON number", path: "$.a[1]", offset: 8)) {
            try (["a": [1, .number("1x")]] as JSONValue).jsonText()
        }
        var deep: JSONValue = []
        for _ in 0..<600 { deep = [deep] }
        let tooDeep = deep
        #expect(throws: JSONError.self) { try tooDeep.jsonBytes() }
    }
}
