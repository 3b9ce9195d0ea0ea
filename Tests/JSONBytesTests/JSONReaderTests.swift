import Foundation
import JSONBytes
import Testing

@Suite struct JSONReaderTests {
    @Test func readsScalars() throws {
        #expect(try read(Bool.self, " true\n") == true)
        #expect(try read(Bool.self, "false") == false)
        #expect(try read(Int.self, "\t-42 ") == -42)
        #expect(try read(Int32.self, "2147483647") == .max)
        #expect(try read(Int64.self, "-9223372036854775808") == .min)
        #expect(try read(Double.self, "-0.5e2") == -50)
        #expect(try read(String.self, #""plain""#) == "plain")
        #expect(try read(String?.self, "null") == nil)
        #expect(try read([Int?].self, "[1, null ,3]") == [1, nil, 3])
        #expect(try read([String: [Int]].self, #"{"a":[],"b":[1],"a":[2]}"#) == ["a": [2], "b": [1]])
    }

    @Test func readsADocumentByAFunction() throws {
        func sum(_ json: String) throws(JSONError) -> Int {
            try JSONReader.read(from: Array(json.utf8)) { (reader: inout JSONReader) throws(JSONError) -> Int in
                var sum = 0
                try reader.array { (reader: inout JSONReader) throws(JSONError) in sum += try reader.integer() }
                return sum
            }
        }
        #expect(try sum("\u{FEFF} [1,2,3] ") == 6)
        #expect(throws: JSONError(.typeMismatch, "expected an integer, found a string", path: "$[1]", offset: 3)) {
            try sum(#"[1,"2"]"#)
        }
        #expect(throws: JSONError.self) { try sum("[1] 2") }
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\ud83d\ude00!""#, "😀!"),
        (#""\ud83d""#, "\u{FFFD}"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\ude00\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\n""#, "\u{FFFD}\n"),
        (#""a long text, then an escape \u0000 and more""#, "a long text, then an escape \0 and more"),
        ("\"a long text, then é, 中文 and 😀 and more\"", "a long text, then é, 中文 and 😀 and more"),
        ("\"\u{7F}\"", "\u{7F}"),
        ("\"\"", ""),
    ])
    func readsStrings(json: String, text: String) throws {
        #expect(try read(String.self, json).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), (#""abc"#, .unexpectedEnd, 4), (#""abc\"#, .unexpectedEnd, 5),
            (#""\u12"#, .unexpectedEnd, 5), (#""\x""#, .invalidEscape, 1), (#""ab\u12g4""#, .invalidEscape, 3),
            ("\"a\nb\"", .controlCharacter, 2), ("\"a\0\"", .controlCharacter, 2), ("\"12345678\t\"", .controlCharacter, 9),
            ("5", .typeMismatch, 0), ("null", .typeMismatch, 0), (" {}", .typeMismatch, 1), ("[]", .typeMismatch, 0),
            ("'a'", .unexpectedByte, 0), (#""a" x"#, .trailingBytes, 4), (#""a"""#, .trailingBytes, 3),
            ("nul", .unexpectedEnd, 3),
        ] as [(String, JSONError.Kind, Int)]
    )
    func refusesStrings(json: String, kind: JSONError.Kind, offset: Int) {
        let error = failure(String.self, json)
        #expect(error?.kind == kind)
        #expect(error?.offset == offset)
        #expect(error?.path == "$")
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]]
    )
    func refusesInvalidUTF8(bytes: [UInt8]) {
        let error = failure(String.self, Array("\"long enough".utf8) + bytes + Array("\"".utf8))
        #expect(error?.kind == .invalidUTF8)
        #expect(error?.offset == 12)
    }

    @Test(
        arguments: [
            ("tru", .unexpectedEnd, 3), ("trux", .unexpectedByte, 3), ("falsy", .unexpectedByte, 4), ("True", .unexpectedByte, 0),
            ("1", .typeMismatch, 0), ("\"true\"", .typeMismatch, 0), ("truefalse", .trailingBytes, 4),
        ] as [(String, JSONError.Kind, Int)]
    )
    func refusesBooleans(json: String, kind: JSONError.Kind, offset: Int) {
        let error = failure(Bool.self, json)
        #expect(error?.kind == kind)
        #expect(error?.offset == offset)
    }

    @Test(
        arguments: [
            (#"{"slug":"a","versions":[{"name":"x"},{"name":5}]}"#, "$.versions[1].name", 45, .typeMismatch),
            (#"{"slug":"a","versions":[{"name":"x"},{"nom":5}]}"#, "$.versions[1].name", 37, .missingMember),
            (#"{"slug":"a","versions":[{"name":"x"},7]}"#, "$.versions[1]", 37, .typeMismatch),
            (#"{"slug":"a","versions":[{"name":"x"}"#, "$.versions", 36, .unexpectedEnd),
            (#"{"slug":"a","versions":[{"name":"x"},"#, "$.versions[1]", 37, .unexpectedEnd),
            (#"{"slug":"a","versions":[{"name":"x"},]}"#, "$.versions[1]", 37, .unexpectedByte),
            (#"{"slug":"a","versions":null}"#, "$.versions", 23, .typeMismatch),
            (#"{"slug":"a","versions":[],}"#, "$", 26, .unexpectedByte),
            (#"{"slug":"a" "versions":[]}"#, "$", 12, .unexpectedByte),
            (#"{"slug" "a","versions":[]}"#, "$", 8, .unexpectedByte),
            (#"{"slug":"a","new":{"odd name":[tru]},"versions":[]}"#, #"$.new["odd name"][0]"#, 34, .unexpectedByte),
            (#"{"slug":"a","versions":[]} {"#, "$", 27, .trailingBytes),
            (#"{slug:1}"#, "$", 1, .unexpectedByte),
            ("{", "$", 1, .unexpectedEnd),
            ("{}", "$.slug", 0, .missingMember),
            ("[]", "$", 0, .typeMismatch),
        ] as [(String, String, Int, JSONError.Kind)]
    )
    func tellsWhere(json: String, path: String, offset: Int, kind: JSONError.Kind) {
        let error = failure(Worker.self, json)
        #expect(error?.path == path)
        #expect(error?.offset == offset)
        #expect(error?.kind == kind)
    }

    @Test func readsRunsBetweenEscapes() throws {
        let runs = ["", "a", "exactly8", "é", "中文", "😀", "a longer run of plain text, ", "mixed é 中文 and 😀 "]
        let escapes = [(#"\n"#, "\n"), (#"\u00e9"#, "é"), (#"\uD83D\uDE00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\\"#, "\\")]
        for first in runs {
            for second in runs {
                for (escape, text) in escapes {
                    #expect(try read(String.self, "\"\(first)\(escape)\(second)\(escape)\"") == first + text + second + text)
                }
            }
        }
        let long = String(repeating: #"line\n"#, count: 10_000)
        #expect(try read([String].self, "[\"\(long)\",\"b\"]") == [String(repeating: "line\n", count: 10_000), "b"])
    }

    private struct Wide<Integer: FixedWidthInteger & Sendable>: JSONCodable {
        var value: Integer

        static func read(from reader: inout JSONReader) throws(JSONError) -> Wide { Wide(value: try reader.number(Integer.self)) }
        func write(to writer: inout JSONWriter) { writer.string("\(value)") }
    }

    @Test func readsIntegersOfAnyWidth() throws {
        #expect(try read(Wide<UInt64>.self, "18446744073709551615").value == .max)
        #expect(try read(Wide<UInt64>.self, "1.8e19").value == 18_000_000_000_000_000_000)
        #expect(try read(Wide<Int8>.self, "-1.28e2").value == .min)
        #expect(failure(Wide<UInt64>.self, "18446744073709551616")?.kind == .outOfRange)
        #expect(failure(Wide<UInt64>.self, "-1")?.kind == .outOfRange)
        #expect(failure(Wide<Int8>.self, "128")?.kind == .outOfRange)
        #expect(failure(Wide<Int8>.self, "1.28e2")?.kind == .outOfRange)
    }

    @Test(arguments: [(64, 64), (65, 65), (5000, 65)])
    func quotesAreBounded(length: Int, quoted: Int) {
        let text = String(repeating: "x", count: length)
        #expect(failure(Date.self, "\"\(text)\"")?.message.count == quoted + 2 + " is no date and time".count)
        #expect(failure(Format.self, "\"\(text)\"")?.message.count == quoted + 2 + " is no value of Format".count)
    }

    @Test func skipsByteOrderMark() throws {
        #expect(try JSONReader.read(Int.self, from: [0xEF, 0xBB, 0xBF] + Array("7".utf8)) == 7)
        #expect(failure(Int.self, [0xEF, 0xBB, 0xBF])?.kind == .unexpectedEnd)
        let error = failure([Int].self, [0xEF, 0xBB, 0xBF] + Array("[1,x]".utf8))
        #expect(error?.path == "$[1]")
        #expect(error?.offset == 6)
    }

    @Test func boundsDepth() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(failure(JSONValue.self, nested(128)) == nil)
        #expect(failure(JSONValue.self, nested(129))?.kind == .tooDeep)
        #expect(failure(JSONValue.self, nested(129))?.offset == 128)
        #expect(failure(JSONValue.self, nested(3), limits: JSONLimits(depth: 2))?.path == "$[0][0]")
        #expect(failure(JSONValue.self, nested(256), limits: JSONLimits(depth: .max)) == nil)
        #expect(failure(JSONValue.self, nested(100_000), limits: JSONLimits(depth: .max))?.kind == .tooDeep)
        #expect(failure(Node.self, String(repeating: #"{"name":"","parent":"#, count: 50_000))?.kind == .tooDeep)
        #expect(failure([Int].self, "[]", limits: JSONLimits(depth: -1))?.kind == .tooDeep)
        // Depth is given back where an array or object ends.
        let flat = "[" + [String](repeating: "{\"a\":[[],{}]}", count: 300).joined(separator: ",") + "]"
        #expect(failure(JSONValue.self, flat, limits: JSONLimits(depth: 4)) == nil)
    }

    @Test func walksAnObjectByHand() throws {
        struct Envelope: JSONCodable {
            var code = 0
            var payload: [UInt8] = []
            var list: [Int] = []
            var hadNull = false

            static func read(from reader: inout JSONReader) throws(JSONError) -> Envelope {
                var envelope = Envelope()
                try reader.object { (reader, name) throws(JSONError) in
                    switch name {
                    case "code": envelope.code = try reader.integer()
                    case "data": envelope.payload = try reader.bytes()
                    case "list":
                        try reader.array { (reader) throws(JSONError) in envelope.list.append(try reader.read(Int.self)) }
                    case "null": envelope.hadNull = reader.null()
                    default: return false
                    }
                    return true
                }
                return envelope
            }

            func write(to writer: inout JSONWriter) {
                writer.object { writer in
                    writer.member("code", code)
                    writer.member("list", list)
                }
            }
        }
        let json = #"{ "skip" : [1,{"a":"\n"}] ,"code":5,"data": { "x" : 1 } ,"list":[1,2],"null":null}"#
        let envelope = try read(Envelope.self, json)
        #expect(envelope.code == 5)
        #expect(String(decoding: envelope.payload, as: UTF8.self) == #"{ "x" : 1 }"#)
        #expect(envelope.list == [1, 2])
        #expect(envelope.hadNull)
        #expect(try written(envelope) == #"{"code":5,"list":[1,2]}"#)
        #expect(failure(Envelope.self, #"{"code":5,"skip":[1,}"#)?.path == "$.skip[1]")
    }
}
