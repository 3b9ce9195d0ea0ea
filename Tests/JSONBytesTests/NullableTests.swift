import Foundation
import JSONBytes
import Testing

@Suite struct NullableTests {
    private struct Change: JSONModel {
        var title: Nullable<String>?
        var ends: Nullable<Date>?
        var opens: Nullable<Date>?
        var any: Nullable<Date>?
        var unknownMembers = JSONObject()

        init(placeholder: JSONPlaceholder = .value) {}

        static let fields = JSONFields("title\nends\nopens\nany", optional: "title\nends\nopens\nany")

        mutating func members(_ coder: inout JSONCoder) {
            coder.value(&title)
            coder.unixTime(&ends)
            coder.unixTimeMilliseconds(&opens)
            coder.unixTimeAny(&any)
        }
    }

    @Test(arguments: [
        "{}", #"{"title":null}"#, #"{"title":"","ends":null,"opens":null,"any":null}"#,
        #"{"title":"a","ends":1,"opens":1000,"any":1}"#,
    ])
    func threeStates(json: String) throws {
        #expect(try Change(json: json).jsonText() == json)
    }

    @Test func inAnyOrder() throws {
        let change = try Change(json: #"{"any":1780000000000,"x":1,"ends":null,"title":"a"}"#)
        #expect(change.any == .value(Date(timeIntervalSince1970: 1_780_000_000)))
        #expect(change.ends == .null && change.opens == nil && change.title == "a")
        #expect(try change.jsonText() == #"{"title":"a","ends":null,"any":1780000000,"x":1}"#)
    }

    @Test func describesItselfAsItsValue() {
        #expect("\(Nullable.value("a")) \(Nullable.value(1)) \(Nullable<Int>.null)" == "a 1 null")
    }

    @Test func wrongTypesSayWhere() {
        #expect {
            try Change(json: Array(#"{"title":1}"#.utf8), limits: JSONLimits(strictDecoding: true))
        } throws: {
            ($0 as? JSONError)?.path == "$.title"
        }
    }

    @Test func literals() {
        let title: Nullable<String>? = "a"
        let number: Nullable<Int> = 1, share: Nullable<Double> = 0.5, flag: Nullable<Bool> = true, sign: Nullable<Character> = "x"
        #expect(
            title == .value("a") && number.optional == 1 && share.optional == 0.5 && flag.optional == true && sign.optional == "x"
        )
        #expect(Nullable<String>("\(number.optional ?? 0)") == "1")
        #expect(Nullable<Int>(nil) == .null && Nullable<Int>.null.optional == nil)
        let object: Nullable<JSONObject> = ["a": 1, "a": 2], map: Nullable<[String: Int]> = ["a": 1, "a": 2]
        let any: Nullable<JSONValue> = ["a": [1]]
        #expect(object.optional == ["a": 2] && map.optional == ["a": 2] && any.optional == .object(["a": [1]]))
        let none: Nullable<Int>? = nil
        #expect(none != .null)
    }
}
