import JSONBytes
import Testing

@Suite struct JSONObjectTests {
    @Test(arguments: [10, 10_000])
    func findsSetsAndRemoves(count: Int) throws {
        var object = JSONObject()
        for index in 0..<count { object["name \(index)"] = .integer(Int64(index)) }
        for index in 0..<count { object["name \(index)"] = .integer(Int64(index * 2)) }
        #expect(object.count == count)
        #expect(object.keys.last == "name \(count - 1)")
        #expect(object["name \(count / 2)"] == .integer(Int64(count / 2 * 2)))
        #expect(object["name \(count)"] == nil)
        #expect(object.removeValue(forKey: "name 3") == 6)
        #expect(object.removeValue(forKey: "name 3") == nil)
        object["name 4"] = nil
        #expect(object["name 5"] == 10)
        #expect(object["name \(count - 1)"] == .integer(Int64((count - 1) * 2)))
        object["name 3"] = "new"
        #expect(object.last?.value == "new")
        #expect(object.count == count - 1)
        #expect(try JSONObject(json: try object.jsonBytes()) == object)
    }

    @Test(arguments: [20, 5_000])
    func keepsTheLastOfEqualNamesWhenRead(count: Int) throws {
        let members =
            (0..<count).map { #""n\#($0)":0"# } + (0..<count).reversed().map { #""n\#($0)":\#($0)"# } + [#""\u006e7":"x""#]
        let object = try JSONObject(json: "{\(members.joined(separator: ","))}")
        #expect(object.count == count)
        #expect(object.keys.first == "n0")
        #expect(object["n7"] == "x")
        #expect(object["n\(count - 1)"] == .integer(Int64(count - 1)))
    }

    @Test func isACollectionInOrder() throws {
        let object: JSONObject = ["b": 1, "a": 2, "b": 3]
        #expect(object.map(\.key) == ["b", "a"])
        #expect(object.first?.value == 3)
        #expect(object[1].key == "a")
        #expect(object.description == #"{"b":3,"a":2}"#)
        #expect(object == ["a": 2, "b": 3])
        #expect(JSONObject().isEmpty)
        #expect(failure(JSONObject.self, "[]")?.kind == .typeMismatch)
    }
}
