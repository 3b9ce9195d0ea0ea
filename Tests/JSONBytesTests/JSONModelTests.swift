import Foundation
import JSONBytes
import Testing

@Suite struct JSONModelTests {
    @Test func readsEveryMember() throws {
        let run = try Run(json: Run.json)
        #expect(run.id == RunID(rawValue: "run-1"))
        #expect(run.status == .succeeded)
        #expect(run.format == .csv)
        #expect(run.results == 37)
        #expect(run.total == 38)
        #expect(run.usage == Decimal(string: "1.25"))
        #expect(run.score == 4.5)
        #expect(run.isPublic)
        #expect(run.startedAt == Date(timeIntervalSince1970: 1_723_452_345))
        #expect(run.finishedAt == nil)
        #expect(run.errorMessage == "no é\n😀")
        #expect(run.tags == ["a", "b"])
        #expect(run.worker.versions.map(\.name) == ["v1", "v2"])
        #expect(run.extra?["deep"]?[1]?["x"]?.integer == -50)
        #expect(run.unknownMembers.isEmpty)
        #expect(try Run(json: try run.jsonBytes()) == run)
    }

    @Test func readsMembersInAnyOrder() throws {
        let run = try Run(json: Run.json)
        let members = try JSONObject(json: Run.json).map { (JSONValue.string($0.key).description, $0.value) }
        var random = SeededGenerator(state: 3)
        for _ in 0..<200 {
            let object = JSONObject(members.shuffled(using: &random))
            #expect(try Run(json: try object.jsonBytes()) == run)
        }
    }

    @Test func keepsTheLastOfEqualNames() throws {
        let version = try Version(json: #"{"name":"a","note":"x","new":1,"name":"b","note":null,"new":2,"na\u006de":"c"}"#)
        #expect(version.name == "c")
        #expect(version.note == nil)
        #expect(version.unknownMembers == ["new": 2])
    }

    @Test func keepsUnknownMembers() throws {
        let json = #"{"slug":"a","versions":[],"zeta":{"b":[1,null]},"alpha":"x","a\"b":1}"#
        var worker = try Worker(json: json)
        #expect(worker.unknownMembers["zeta"] == ["b": [1, nil]])
        #expect(try worker.jsonText() == json)
        worker.unknownMembers["slug"] = "not twice"
        #expect(try worker.jsonText() == json)
        worker.unknownMembers["alpha"] = nil
        #expect(try worker != Worker(json: json))
    }

    @Test func comparesWithoutRegardToOrder() throws {
        let left = try Worker(json: #"{"slug":"a","versions":[],"x":{"p":1,"q":2},"y":5.0}"#)
        let right = try Worker(json: #"{"y":5,"x":{"q":2,"p":1},"versions":[],"slug":"a"}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(try left != Worker(json: #"{"slug":"a","versions":[],"x":{"p":1,"q":2},"y":6}"#))
    }

    @Test(arguments: [
        #" { "slug" : "a" , "versions" : [ { "name" : "x" } , { "note" : "n" , "name" : "y" } ] } "#,
        "{\r\n\t\"versions\":[{\"name\":\"x\"},{\"name\":\"y\",\"note\":\"n\"}],\r\n\t\"slug\":\"a\"\r\n}",
        #"{"\u0073lug":"a","ver\u0073ions":[{"name":"x"},{"name":"y","note":"n"}]}"#,
    ])
    func readsAnyLayout(json: String) throws {
        #expect(try Worker(json: json).jsonText() == #"{"slug":"a","versions":[{"name":"x"},{"name":"y","note":"n"}]}"#)
    }

    @Test func tellsTheMissingMember() {
        let json = Run.json
        #expect(failure(Run.self, json.replacing(#""slug":"run-1""#, with: #""slag":"run-1""#))?.path == "$.slug")
        #expect(failure(Run.self, json.replacing("{\"name\":\"v2\",", with: "{"))?.path == "$.scraper.versions[1].name")
        #expect(failure(Run.self, json.replacing("\"err_msg\"", with: "\"x\"")) == nil)
        #expect(failure(Run.self, json.replacing("csv", with: "xml"))?.kind == .unknownValue)
        #expect(failure(Run.self, json.replacing("csv", with: "xml"))?.path == "$.format")
    }

    @Test func treatsMissingNullAndAbsentAlike() throws {
        let empty = Options(placeholder: .value)
        #expect(try Options(json: "{}") == empty)
        let names = "flag count small large lenient ratio price link bytes date milliseconds any list".split(separator: " ")
        let nulls = names.map { "\"\($0)\":null" }.joined(separator: ",")
        #expect(try Options(json: "{\(nulls)}") == empty)
        let absent = #"{"count":-1,"price":"0.00","link":"","bytes":"","date":"","milliseconds":0}"#
        #expect(try Options(json: absent) == empty)
        #expect(try empty.jsonText() == "{}")
        var set = empty
        set.count = -1
        set.bytes = Data()
        #expect(try set.jsonText() == "{}")
    }

    @Test func writesWhatMayNotBeLeftOut() throws {
        var run = try Run(json: Run.json)
        run.finishedAt = nil
        run.errorMessage = nil
        #expect(try run.jsonText().contains(#""finished_at":0,"tags""#))
        #expect(try Run(json: try run.jsonText()) == run)
    }

    @Test func readsEveryKind() throws {
        let json = #"""
            {"flag":true,"count":1,"small":-2,"large":9007199254740993,"lenient":"12","ratio":0.5,"price":9.99,\#
            "link":"https://a.b/c?d=e",\#
            "bytes":"AP8=","date":"2024-08-12T08:45:45.5Z","milliseconds":1723452345123,"any":1723452345123,"list":[1]}
            """#
        let options = try Options(json: json)
        #expect(options.large == 9_007_199_254_740_993)
        #expect(options.link == URL(string: "https://a.b/c?d=e"))
        #expect(options.bytes == Data([0, 255]))
        #expect(options.date == Date(timeIntervalSince1970: 1_723_452_345.5))
        #expect(options.any == options.milliseconds)
        let written = json.replacing("\"12\"", with: "12").replacing("9.99", with: "\"9.99\"")
        #expect(try options.jsonText() == written)
        #expect(try Options(json: written) == options)
    }

    @Test(
        arguments: [
            (#"{"bytes":"A"}"#, "$.bytes", .invalidValue), (#"{"date":"yesterday"}"#, "$.date", .invalidValue),
            (#"{"date":5}"#, "$.date", .typeMismatch), (#"{"lenient":"1x"}"#, "$.lenient", .invalidValue),
            (#"{"lenient":"99999999999999999999"}"#, "$.lenient", .outOfRange),
            (#"{"small":3000000000}"#, "$.small", .outOfRange),
            (#"{"milliseconds":"1"}"#, "$.milliseconds", .typeMismatch), (#"{"any":1e300}"#, "$.any", .outOfRange),
            (#"{"list":[1,nul]}"#, "$.list[1]", .unexpectedByte), (#"{"flag":0}"#, "$.flag", .typeMismatch),
        ] as [(String, String, JSONError.Kind)]
    )
    func refusesWrongMembers(json: String, path: String, kind: JSONError.Kind) {
        let error = failure(Options.self, json, limits: JSONLimits(strictDecoding: true))
        #expect(error?.path == path)
        #expect(error?.kind == kind)
    }

    @Test func readsTypesOfMoreThan64Members() throws {
        let members = (0..<100).map { "\"member_\($0)\":\($0)" }
        for order in [members, members.reversed()] {
            let wide = try Wide(json: "{\(order.joined(separator: ","))}")
            #expect(wide.values == Array(0..<100))
            #expect(try wide.jsonText() == "{\(members.joined(separator: ","))}")
        }
        for missing in [0, 63, 64, 99] {
            var fewer = members
            fewer.remove(at: missing)
            #expect(failure(Wide.self, "{\(fewer.joined(separator: ","))}")?.path == "$.member_\(missing)")
        }
    }

    @Test func tellsSimilarNamesApart() throws {
        struct Similar: JSONModel {
            var values = [Int](repeating: 0, count: 5)
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields(
                "beginning_one_ending\nbeginning_two_ending\nbeginning_two_ending_\na\"b\né",
                optional: "a\"b"
            )
            mutating func members(_ coder: inout JSONCoder) {
                for index in values.indices { coder.integer(&values[index]) }
            }
        }
        let json =
            #"{"beginning_two_ending":2,"beginning_six_ending":6,"beginning_one_ending":1,"beginning_two_ending_":3,"#
            + #""a\"b":4,"é":5}"#
        let similar = try Similar(json: json)
        #expect(similar.values == [1, 2, 3, 4, 5])
        #expect(similar.unknownMembers == ["beginning_six_ending": 6])
        #expect(try Similar(json: try similar.jsonText()) == similar)
    }

    @Test func survivesFieldsThatDoNotMatchTheCalls() throws {
        struct Fewer: JSONModel {
            var value = 0
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields("a\nb")
            mutating func members(_ coder: inout JSONCoder) { coder.integer(&value) }
        }
        struct More: JSONModel {
            var values = [0, 0]
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields("a")
            mutating func members(_ coder: inout JSONCoder) {
                coder.integer(&values[0])
                coder.integer(&values[1])
            }
        }
        #expect(try Fewer(json: #"{"b":2,"a":1}"#).unknownMembers == ["b": 2])
        #expect(try More(json: #"{"a":1}"#).jsonText() == #"{"a":1}"#)
    }
}

/// A type of a hundred members.
private struct Wide: JSONModel {
    var values = [Int](repeating: -1, count: 100)
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields(
        """
        member_0\nmember_1\nmember_2\nmember_3\nmember_4\nmember_5\nmember_6\nmember_7\nmember_8\nmember_9
        member_10\nmember_11\nmember_12\nmember_13\nmember_14\nmember_15\nmember_16\nmember_17\nmember_18\nmember_19
        member_20\nmember_21\nmember_22\nmember_23\nmember_24\nmember_25\nmember_26\nmember_27\nmember_28\nmember_29
        member_30\nmember_31\nmember_32\nmember_33\nmember_34\nmember_35\nmember_36\nmember_37\nmember_38\nmember_39
        member_40\nmember_41\nmember_42\nmember_43\nmember_44\nmember_45\nmember_46\nmember_47\nmember_48\nmember_49
        member_50\nmember_51\nmember_52\nmember_53\nmember_54\nmember_55\nmember_56\nmember_57\nmember_58\nmember_59
        member_60\nmember_61\nmember_62\nmember_63\nmember_64\nmember_65\nmember_66\nmember_67\nmember_68\nmember_69
        member_70\nmember_71\nmember_72\nmember_73\nmember_74\nmember_75\nmember_76\nmember_77\nmember_78\nmember_79
        member_80\nmember_81\nmember_82\nmember_83\nmember_84\nmember_85\nmember_86\nmember_87\nmember_88\nmember_89
        member_90\nmember_91\nmember_92\nmember_93\nmember_94\nmember_95\nmember_96\nmember_97\nmember_98\nmember_99
        """
    )

    mutating func members(_ coder: inout JSONCoder) {
        for index in values.indices { coder.integer(&values[index]) }
    }
}
