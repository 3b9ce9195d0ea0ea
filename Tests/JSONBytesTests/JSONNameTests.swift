import Foundation
import JSONBytes
import Testing

/// Two spellings of one letter, which `String` takes for equal.
private let composed = "\u{E9}"
private let decomposed = "e\u{301}"

@Suite("Names are bytes") struct JSONNameTests {
    private let json = #"{"\#(composed)":1,"\#(decomposed)":2}"#

    @Test func anObjectHoldsBothSpellings() throws {
        for padding in [0, 30] {
            let more = (0..<padding).map { #","n\#($0)":0"# }.joined()
            var object = try JSONObject(json: json.replacing("}", with: more + "}"))
            #expect(object.count == padding + 2)
            #expect(object[composed] == 1)
            #expect(object[decomposed] == 2)
            #expect(try JSONObject(json: object.jsonText()) == object)
            object[composed] = nil
            #expect(object[composed] == nil)
            #expect(object[decomposed] == 2)
            #expect(object.removeValue(forKey: composed) == nil)
        }
        let literal: JSONObject = [composed: 1, decomposed: 2]
        #expect(literal.count == 2)
        #expect(try JSONObject(json: #"{"\u00e9":1,"e\u0301":2}"#) == literal)
    }

    @Test func equalityGoesByBytes() throws {
        let left: JSONObject = [composed: 1, decomposed: 2]
        #expect(left != [composed: 2, decomposed: 1])
        #expect(left == [decomposed: 2, composed: 1])
        #expect(left.hashValue == ([decomposed: 2, composed: 1] as JSONObject).hashValue)
        #expect(JSONValue.string(composed) != .string(decomposed))
        #expect(RunID(rawValue: composed) != RunID(rawValue: decomposed))
        #expect(Set([RunID(rawValue: composed), RunID(rawValue: decomposed)]).count == 2)
    }

    @Test func aModelTellsBothSpellingsApart() throws {
        struct Accented: JSONModel {
            var value = 0
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields("\u{E9}")
            mutating func members(_ coder: inout JSONCoder) { coder.integer(&value) }
        }
        let model = try Accented(json: json)
        #expect(model.value == 1)
        #expect(model.unknownMembers == [decomposed: 2])
        #expect(try model.jsonText() == json)
        #expect(failure(Accented.self, #"{"e\u0301":2}"#)?.kind == .missingMember)
    }

    @Test func aDictionaryRefusesBothSpellings() throws {
        let error = failure([String: Int].self, #"{"a":0,"\#(composed)":1,"\#(decomposed)":2}"#)
        #expect(error?.kind == .ambiguousMember)
        #expect(error?.path == "$[\"\(decomposed)\"]" || error?.path == "$.\(decomposed)" || error?.path == "$")
        #expect(try read([String: Int].self, #"{"\#(composed)":1,"\u00e9":2}"#) == [composed: 2])
        #expect(throws: DecodingError.self) { try JSONBytesDecoder().decode([String: Int].self, from: Array(json.utf8)) }
        #expect(try JSONBytesDecoder().decode(JSONObject.self, from: Array(json.utf8)).count == 2)
    }

    @Test func aKeyedContainerGoesByBytes() throws {
        struct Both: Decodable {
            var first: Int
            var second: Int
            enum CodingKeys: String, CodingKey {
                case first = "\u{E9}"
                case second = "e\u{301}"
            }
        }
        for padding in [0, 30] {
            let more = (0..<padding).map { #","n\#($0)":0"# }.joined()
            let both = try JSONBytesDecoder().decode(Both.self, from: Array(json.replacing("}", with: more + "}").utf8))
            #expect(both.first == 1)
            #expect(both.second == 2)
        }
    }

    @Test func aDiscriminatorGoesByBytes() throws {
        func discriminator(_ json: String) throws -> String? {
            try JSONReader.read(from: Array(json.utf8)) { (reader: inout JSONReader) throws(JSONError) -> String? in
                let found = reader.discriminator(composed)
                try reader.skip()
                return found
            }
        }
        #expect(try discriminator(#"{"\#(decomposed)":"x"}"#) == nil)
        #expect(try discriminator(#"{"\u00e9":"x","\#(decomposed)":"y"}"#) == "x")
    }
}
