import JSONBytes
import Testing

@Suite("Members that come in more than one form")
struct LenientTypeTests {
    @Test(
        "An object may come as a bare string",
        arguments: [
            (#"{"level":2,"text":"hello"}"#, Line(level: .info, text: "hello")),
            (#""hello""#, Line(level: nil, text: "hello")),
            (#""""#, Line(level: nil, text: "")),
            (#"{}"#, Line(level: nil, text: nil)),
        ]
    )
    func shorthand(json: String, line: Line) throws {
        #expect(try Line(json: json) == line)
    }

    @Test("What came as a string is written as an object")
    func shorthandIsWrittenAsObject() throws {
        #expect(try Line(json: #""hello""#).jsonText() == #"{"text":"hello"}"#)
    }

    @Test("Neither an object nor a string", arguments: ["1", "null", "[]", "true"])
    func shorthandOfOtherKinds(json: String) {
        #expect(throws: JSONError.self) { try Line(json: json) }
    }

    @Test(
        "An integer may come as digits or as a word; what is not known is kept",
        arguments: [
            ("2", Level.info, "2"), (#""2""#, .info, "2"), (#""info""#, .info, "2"), (#""INFO""#, .info, "2"),
            ("9", Level(rawValue: "9"), "9"), (#""trace""#, Level(rawValue: "trace"), #""trace""#),
            (#""007""#, Level(rawValue: "007"), #""007""#), ("-1", Level(rawValue: "-1"), "-1"),
        ]
    )
    func named(json: String, level: Level, written: String) throws {
        let read = try Level(json: json)
        #expect(read == level)
        #expect(try read.jsonText() == written)
    }

    @Test("Flags are 0 or 1", arguments: [("1", true), ("0", false), ("true", true), ("false", false), ("1.0", true)])
    func flags(json: String, isOn: Bool) throws {
        let value = try Switch(json: #"{"on":\#(json)}"#)
        #expect(value.on == isOn)
        #expect(try value.jsonText() == #"{"on":\#(isOn ? 1 : 0)}"#)
    }

    @Test("Other numbers are no flags", arguments: ["2", "-1", "0.5", #""1""#, "null", "18446744073709551616"])
    func noFlags(json: String) {
        #expect(throws: JSONError.self) { try Switch(json: #"{"on":\#(json)}"#) }
    }

    @Test("A flag may be missing or null", arguments: ["{\"on\":1}", "{\"on\":1,\"spare\":null}"])
    func absentFlag(json: String) throws {
        #expect(try Switch(json: json).spare == nil)
    }
}

struct Level: JSONNamedValue {
    let rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
    static let info = Level(rawValue: "2")
    static let warn = Level(rawValue: "3")
    static let knownValues: [Level] = [info, warn]
    static let names = ["info", "warn"]
}

struct Line: JSONShorthandModel {
    var level: Level?
    var text: String?
    var unknownMembers = JSONObject()

    init(level: Level?, text: String?) {
        self.level = level
        self.text = text
    }
    init(placeholder: JSONPlaceholder) {}
    init(shorthand text: String) { self.text = text }

    static let fields = JSONFields("level\ntext", optional: "level\ntext")

    mutating func members(_ coder: inout JSONCoder) {
        coder.value(&level)
        coder.string(&text)
    }
}

struct Switch: JSONModel {
    var on = false
    var spare: Bool?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("on\nspare", optional: "spare")

    mutating func members(_ coder: inout JSONCoder) {
        coder.flag(&on)
        coder.flag(&spare)
    }
}
