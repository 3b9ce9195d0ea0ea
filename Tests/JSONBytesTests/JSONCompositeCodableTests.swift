import Foundation
import JSONBytes
import Testing

@Suite struct JSONCompositeCodableTests {
    private struct Shelf: Codable, Equatable {
        var runs: [Run]
        var pets: [Pet]
        var id: RunID
        var number: ErrorNumber
        var format: Format
        var priority: Priority
        var object: JSONObject
        var byID: [String: JSONValue]
    }

    private func shelf() throws -> Shelf {
        Shelf(
            runs: [try Run(json: Run.json)],
            pets: [try Pet(json: #"{"kind":"cat","lives":9,"x":1}"#)],
            id: RunID(rawValue: "r"),
            number: ErrorNumber(rawValue: 7),
            format: .csv,
            priority: .high,
            object: ["a": [1, nil]],
            byID: ["x": 1.5, "y": true, "z": ["deep": [[]]], "n": nil, "s": "", "big": .number("18446744073709551616")]
        )
    }

    @Test func travelsThroughFoundation() throws {
        let shelf = try shelf()
        let data = try JSONEncoder().encode(shelf)
        #expect(try JSONDecoder().decode(Shelf.self, from: data) == shelf)
        #expect(try JSONBytesDecoder().decode(Shelf.self, from: Array(data)) == shelf)
        let json = try JSONValue(json: Array(data))
        #expect(json["id"] == "r")
        #expect(json["number"] == 7)
        #expect(json["format"] == "csv")
        #expect(json["priority"] == 9)
        #expect(json["runs"]?[0] == (try JSONValue(json: try shelf.runs[0].jsonBytes())))
    }

    @Test func travelsThroughPropertyLists() throws {
        let worker = try Worker(json: #"{"slug":"a","versions":[{"name":"x","more":[1,2.5,"s",{"t":true}]}]}"#)
        let data = try PropertyListEncoder().encode(worker)
        #expect(try PropertyListDecoder().decode(Worker.self, from: data) == worker)
    }

    @Test func errorsKeepTheOuterPath() {
        let json = #"{"runs":[],"pets":[{"kind":"cat","lives":"nine"}]}"#
        for decode in [
            { try JSONDecoder().decode(Shelf.self, from: Data(json.utf8)) },
            { try JSONBytesDecoder().decode(Shelf.self, from: Array(json.utf8)) },
        ] as [() throws -> Shelf] {
            do {
                _ = try decode()
                Issue.record("was decoded")
            } catch DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context) {
                #expect(context.codingPath.first?.stringValue == "pets")
                #expect(context.codingPath.last?.intValue == 0)
                #expect((context.underlyingError as? JSONError)?.path.hasSuffix(".lives") == true)
            } catch {
                Issue.record(error)
            }
        }
    }

    @Test func refusesWhatCannotBeEncoded() {
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([JSONValue.number("1e400")]) }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(["a": JSONObject([("x", .double(.nan))])]) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Format].self, from: Data(#"["xml"]"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Priority].self, from: Data("[2]".utf8)) }
    }

    @Test func errorsQuoteNoMoreThanTheBeginningOfAText() {
        let json = #"["\#(String(repeating: "x", count: 1000))"]"#
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode([Format].self, from: Data(json.utf8)) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("another error was thrown")
            return
        }
        #expect(context.debugDescription == "\"\(String(repeating: "x", count: 64))…\" is no value of Format")
        #expect(context.codingPath.first?.intValue == 0)
    }
}
