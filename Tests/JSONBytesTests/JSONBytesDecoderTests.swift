import Foundation
import JSONBytes
import Testing

@Suite struct JSONBytesDecoderTests {
    private func decode<T: Decodable>(_ type: T.Type, _ json: String, _ decoder: JSONBytesDecoder = .init()) throws -> T {
        try decoder.decode(type, from: Array(json.utf8))
    }

    @Test func decodesSynthesizedTypes() throws {
        struct Place: Decodable, Equatable {
            var title: String
            var rating: Double?
            var tags: [String]
            var hours: [String: Int]
            var owner: Owner?
            var kind: Kind
            enum Kind: String, Decodable { case cafe }
            struct Owner: Decodable, Equatable { var name: String }
        }
        let json = #"{"title":"é\n","rating":4,"tags":["a"],"x":[{}],"hours":{"mon":8},"owner":{"name":"n"},"kind":"cafe"}"#
        let place = Place(title: "é\n", rating: 4, tags: ["a"], hours: ["mon": 8], owner: .init(name: "n"), kind: .cafe)
        #expect(try decode(Place.self, json) == place)
        #expect(try decode([Place].self, "[\(json.replacing(#""rating":4"#, with: #""rating":null"#)),\(json)]").last == place)
    }

    @Test func decodesAsJSONDecoderDoes() throws {
        struct Everything: Codable, Equatable {
            var i8 = Int8.min, i16 = Int16.min, i32 = Int32.min, i64 = Int64.min, i = Int.max
            var u8 = UInt8.max, u16 = UInt16.max, u32 = UInt32.max, u64 = UInt64.max, u = UInt.max
            var float: Float = 0.1, double = 0.1, bool = true, string = "x", none: Int?
            var nested = [[1], [], [2, 3]], map = ["a": [1.5]], data = Data([1, 2]), url = URL(string: "https://a.b")
        }
        let bytes = try JSONEncoder().encode(Everything())
        #expect(try JSONBytesDecoder().decode(Everything.self, from: Array(bytes)) == Everything())
        #expect(try decode([UInt64].self, "[18446744073709551615]") == [.max])
    }

    @Test func walksContainersByHand() throws {
        struct Walker: Decodable {
            var log: [String] = []
            var escaped: any Decoder

            enum Key: String, CodingKey { case list, object, leaf, `super` }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                log.append(container.allKeys.map(\.stringValue).joined(separator: ","))
                var list = try container.nestedUnkeyedContainer(forKey: .list)
                log.append("\(list.count ?? -1)")
                log.append("\(try list.decode(Int.self))")
                log.append("\(try list.decodeNil()) \(try list.decodeNil())")
                let inner = try list.nestedContainer(keyedBy: Key.self)
                log.append(try inner.decode(String.self, forKey: .leaf))
                var deep = try list.nestedUnkeyedContainer()
                log.append("\(try deep.decode(Bool.self)) \(deep.isAtEnd)")
                log.append(try String(from: try list.superDecoder()))
                log.append("\(list.isAtEnd) \(list.currentIndex)")
                let object = try container.nestedContainer(keyedBy: Key.self, forKey: .object)
                log.append("\(try object.decodeNil(forKey: .leaf)) \(object.contains(.list))")
                log.append(try String(from: try container.superDecoder()))
                escaped = try container.superDecoder(forKey: .leaf)
            }
        }
        let json = #"{"list":[1,null,{"leaf":"l"},[true],"s"],"object":{"leaf":null},"super":"sup","leaf":[7],"other":0}"#
        let walker = try decode(Walker.self, json)
        #expect(
            walker.log == [
                "list,object,super,leaf", "5", "1", "true false", "l", "true true", "s", "true 5", "true false", "sup",
            ]
        )
        // A decoder may outlive the call: it holds the bytes.
        #expect(try [Int](from: walker.escaped) == [7])
        #expect(walker.escaped.codingPath.map(\.stringValue) == ["leaf"])
    }

    @Test func decodesDatesAsToldAndDecimals() throws {
        let date = Date(timeIntervalSince1970: 1_723_452_345.5)
        #expect(try decode([Date].self, "[1723452345.5]") == [date])
        #expect(try decode([Date].self, "[1723452345500]", JSONBytesDecoder(dateStrategy: .unixTimeMilliseconds)) == [date])
        #expect(
            try decode([Date].self, "[1723452345500,1723452345.5]", JSONBytesDecoder(dateStrategy: .unixTimeAny)) == [date, date]
        )
        #expect(try decode(Date.self, #""2024-08-12T08:45:45.5Z""#, JSONBytesDecoder(dateStrategy: .dateTime)) == date)
        #expect(try decode([Decimal].self, #"[0.1,"0.2"]"#) == [Decimal(string: "0.1"), Decimal(string: "0.2")])
    }

    @Test func decodesTypesOfThisModule() throws {
        struct Row: Decodable {
            var run: Run
            var id: RunID
            var free: JSONValue
            var kind: Format
        }
        let row = try decode(Row.self, #"{"run":\#(Run.json),"id":"r","free":{"a":[1e400]},"kind":"csv"}"#)
        #expect(try row.run == Run(json: Run.json))
        #expect(row.id.rawValue == "r")
        #expect(row.free["a"]?[0] == .number("1e400"))
        #expect(row.kind == .csv)
        #expect(try JSONBytesDecoder().decode([Int].self, from: [1, 2] as JSONValue) == [1, 2])
    }

    @Test func findsMembersInLargeAndEscapedObjects() throws {
        let members = (0..<100).map { #""some rather long name \#($0)":\#($0)"# }.joined(separator: ",")
        let map = try decode([String: Int].self, "{\(members),\"some rather long name 5\":-5}")
        #expect(map.count == 100)
        #expect(map["some rather long name 5"] == -5)
        #expect(
            try decode([String: Int].self, #"{"\u0061":1,"b":2,"a":3,"a rather long name 1":4,"a rather long nome 1":5}"#).count
                == 4
        )
        struct Short: Decodable { var a: Int }
        #expect(try decode(Short.self, #"{"a":1,"b":[],"a":2}"#).a == 2)
    }

    @Test(arguments: [
        (#"{"a":[{"b":"x"}]}"#, "a.0.b", "typeMismatch"), (#"{"a":[{"b":null}]}"#, "a.0.b", "valueNotFound"),
        (#"{"a":[{}]}"#, "a.0", "keyNotFound"), (#"{"a":[{"b":300}]}"#, "a.0.b", "dataCorrupted"),
        (#"{"a":[{"b":1}"#, "", "dataCorrupted"), (#"{"a":{}}"#, "a", "typeMismatch"),
        (#"{"a":[{"b":1}]} 1"#, "", "dataCorrupted"),
        (#"{"a":[7]}"#, "a.0", "typeMismatch"), ("", "", "dataCorrupted"),
    ])
    func tellsWhere(json: String, path: String, kind: String) {
        struct Outer: Decodable {
            var a: [Inner]
            struct Inner: Decodable { var b: Int8 }
        }
        do {
            _ = try decode(Outer.self, json)
            Issue.record("was decoded")
        } catch let error as DecodingError {
            let (found, context): (String, DecodingError.Context?) =
                switch error {
                case .typeMismatch(_, let context): ("typeMismatch", context)
                case .valueNotFound(_, let context): ("valueNotFound", context)
                case .keyNotFound(_, let context): ("keyNotFound", context)
                case .dataCorrupted(let context): ("dataCorrupted", context)
                @unknown default: ("", nil)
                }
            #expect(found == kind)
            #expect(context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") == path)
            #expect(kind == "keyNotFound" || context?.underlyingError is JSONError)
        } catch {
            Issue.record(error)
        }
    }

    @Test func refusesEveryTruncation() {
        let bytes = Array(#"{"a":[{"b":1,"c":"é\u00e9"}],"d":null}"#.utf8)
        for length in 0..<bytes.count {
            #expect(throws: DecodingError.self) {
                try JSONBytesDecoder().decode([String: JSONValue].self, from: Array(bytes.prefix(length)))
            }
        }
    }

    @Test func handsOutUserInfoAndBoundsDepth() throws {
        struct Named: Decodable {
            let name: String?
            init(from decoder: any Decoder) throws {
                name = CodingUserInfoKey(rawValue: "k").flatMap { decoder.userInfo[$0] as? String }
            }
        }
        var decoder = JSONBytesDecoder()
        if let key = CodingUserInfoKey(rawValue: "k") { decoder.userInfo[key] = "v" }
        #expect(try decode(Named.self, "1", decoder).name == "v")
        let shallow = JSONBytesDecoder(dateStrategy: .unixTime, limits: JSONLimits(depth: 1))
        #expect(throws: DecodingError.self) { try decode([[Int]].self, "[[1]]", shallow) }
        #expect(try decode([[Int]].self, "[[1]]") == [[1]])
    }
}
