import Foundation
import JSONBytes
import Testing

@Suite("A value that an optional property cannot hold") struct UnreadableOptionalTests {
    @Test(
        "The property is nil and the value stays",
        arguments: [
            #"{"flag":0}"#, #"{"count":"one"}"#, #"{"small":3000000000}"#, #"{"large":1.5}"#, #"{"lenient":"1x"}"#,
            #"{"ratio":[1,{"a":null}]}"#, #"{"price":"cheap"}"#, #"{"link":5}"#, #"{"bytes":"A"}"#,
            #"{"date":"2024-08-12T08:45:45"}"#,
            #"{"milliseconds":"1"}"#, #"{"any":{}}"#, #"{"list":[1,"x"]}"#,
        ]
    )
    func isKept(json: String) throws {
        let options = try Options(json: json)
        var empty = options
        empty.unknownMembers = JSONObject()
        #expect(empty == Options(placeholder: .value))
        #expect(options.unknownMembers.count == 1)
        #expect(try options.jsonText() == json)
        #expect(try Options(json: json) == options)
        #expect(failure(Options.self, json, limits: JSONLimits(strictDecoding: true))?.kind.rawValue != nil)
    }

    @Test func theRestIsRead() throws {
        let options = try Options(json: #"{"flag":true,"count":{"deep":[[1]]},"new":7,"large":5,"list":[1]}"#)
        #expect(options.flag == true)
        #expect(options.count == nil)
        #expect(options.large == 5)
        #expect(options.list == [1])
        #expect(options.unknownMembers == ["count": ["deep": [[1]]], "new": 7])
        #expect(try options.jsonText() == #"{"flag":true,"count":{"deep":[[1]]},"large":5,"list":[1],"new":7}"#)
    }

    @Test func aPropertySetLaterWins() throws {
        var options = try Options(json: #"{"count":"one"}"#)
        options.count = 1
        #expect(try options.jsonText() == #"{"count":1}"#)
    }

    @Test(
        arguments: [
            (#"{"count":"one","count":2}"#, 2, 0), (#"{"count":2,"count":"one"}"#, nil, 1),
            (#"{"count":"one","count":null}"#, nil, 0),
            (#"{"count":"one","count":2,"count":"three"}"#, nil, 1), (#"{"count":"one","co\u0075nt":"two"}"#, nil, 1),
        ] as [(String, Int?, Int)]
    )
    func theLastOfEqualNamesWins(json: String, count: Int?, kept: Int) throws {
        let options = try Options(json: json)
        #expect(options.count == count)
        #expect(options.unknownMembers.count == kept)
    }

    @Test func aNestedFailureEndsAtTheNearestOptional() throws {
        let node = try Node(json: #"{"name":"a","parent":{"name":"b","parent":{"name":5}}}"#)
        #expect(node.parent?.name == "b")
        #expect(node.parent?.parent == nil)
        #expect(node.parent?.unknownMembers == ["parent": ["name": 5]])
        #expect(node.unknownMembers.isEmpty)
    }

    @Test func isReportedOnceWithItsPath() throws {
        let json = #"[{"count":1},{"count":"one"},{"list":[1,"x"]}]"#
        let found = try JSONReader.read(from: Array(json.utf8)) {
            (reader: inout JSONReader) throws(JSONError) -> (JSONError?, Int?) in
            _ = try reader.read([Options].self)
            let unreadable = reader.unreadable
            return (unreadable?.first, unreadable?.count)
        }
        #expect(found.0?.description == #"$[1].count: expected an integer, found a string: "one" (byte 22)"#)
        #expect(found.1 == 2)
    }

    @Test(arguments: [
        (#"{"name":5}"#, "$.name", #"$.name: expected a string, found a number: 5 (byte 8)"#),
        (
            #"{"name":"a","parent":null,"children":[{"name":[1, 2]}]}"#, "$.children[0].name",
            #"$.children[0].name: expected a string, found an array: [1, 2] (byte 46)"#
        ),
    ])
    func aRequiredOneFailsWithPathAndValue(json: String, path: String, description: String) {
        let error = failure(Node.self, json)
        #expect(error?.path == path)
        #expect(error?.description == description)
    }

    @Test(arguments: [
        #"{"count":tru}"#, #"{"count":"#, #"{"count":{"a":1,}}"#, #"{"count":01}"#, #"{"count":"\x"}"#, #"{"list":[1"#,
        #"{"list":["x",}"#,
    ])
    func malformedDocumentsStillFail(json: String) {
        #expect(failure(Options.self, json) != nil)
    }

    @Test func aRequiredNullableMemberIsWrittenAgain() throws {
        let json = Run.json.replacing(#""finished_at":0"#, with: #""finished_at":"never""#)
        let run = try Run(json: json)
        #expect(run.finishedAt == nil)
        #expect(run.unknownMembers == ["finished_at": "never"])
        #expect(try run.jsonText().contains(#""finished_at":"never","err_msg""#))
        #expect(try Run(json: run.jsonText()) == run)
    }

    @Test func branchesOfUnionsAreStillToldApart() throws {
        let lines = try read([LogLine].self, #"[{"kind":"a","breed":5,"lives":1}]"#)
        #expect(try lines[0] == .cat(Cat(json: #"{"kind":"a","breed":5,"lives":1}"#)))
    }
}
