import APIRuntime
import FixtureClient
import Foundation
import JSONBytes
import Testing

/// How the generated types read what real APIs answer.
struct AnswerTests {
    @Test func alternativesByStatus() async throws {
        let ticket = #"{"number":7,"price":"1.10","page":"https://example.com/a","data":"AQID"}"#
        let output = try await ZooClient(apiKey: Canary.key) { $0.transport = MemoryTransport(status: 201, answer: ticket) }
            .animals.add(.unrecognized(["kind": "fish"]))
        guard case .created(let created) = output else { throw RequestTests.Unexpected() }
        #expect(created.price == Decimal(string: "1.10"))
        #expect(created.page == URL(string: "https://example.com/a"))
        #expect(created.data == Data([1, 2, 3]))
    }

    @Test func undocumentedStatusIsAnError() async throws {
        let zoo = ZooClient(apiKey: Canary.key) { $0.transport = MemoryTransport(status: 206, answer: "{}") }
        await #expect(throws: APIError.self) { try await zoo.animals.add(.unrecognized(.null)) }
    }

    @Test func bytes() async throws {
        let zoo = ZooClient(apiKey: Canary.key) { $0.transport = MemoryTransport(answer: "PNG") }
        #expect(try await zoo.files.picture("a") == Data("PNG".utf8))
    }

    @Test(arguments: [
        (#"{"kind":"cat","name":"Tom","lives":9}"#, "cat"), (#"{"name":"Rex","kind":"hound"}"#, "dog"),
        (#"{"kind":"eel","name":"E"}"#, "unrecognized"),
        ("[1]", "unrecognized"),
    ])
    func unionByDiscriminator(json: String, expected: String) throws {
        let animal = try Animal(json: json)
        switch animal {
        case .cat: #expect(expected == "cat")
        case .dog: #expect(expected == "dog")
        case .unrecognized: #expect(expected == "unrecognized")
        }
        #expect(try Animal(json: animal.jsonText()) == animal)
    }

    @Test(arguments: [
        (#"{"height":2}"#, Trick.jump(Jump(height: 2))), (#"{"title":"La","mood":"sad"}"#, .song(Song(title: "La", mood: .sad))),
        (#""roll over""#, .text("roll over")), ("[]", .unrecognized([])),
    ])
    func unionByShape(json: String, expected: Trick) throws {
        #expect(try Trick(json: json) == expected)
    }

    @Test func recursion() throws {
        let node = try Node(
            json:
                #"{"value":"a","parent":{"value":"b","parent":{"value":"c"}},"children":[{"value":"d"}],"class":"k","labels":{"n":1}}"#
        )
        #expect(node.parent?.parent?.value == "c")
        #expect(node.children?.first?.value == "d")
        #expect(node.`class` == "k")
        #expect(node.labels == ["n": 1])
    }

    @Test func statusesThatAreNotNamed() async throws {
        let zoo = ZooClient(apiKey: Canary.key) { $0.transport = MemoryTransport(status: 203, answer: #"[{"value":"a"}]"#) }
        guard case .success(let nodes) = try await zoo.animals.batch([1]) else { throw RequestTests.Unexpected() }
        #expect(nodes.map(\.value) == ["a"])
    }

    @Test func namesThatTheGeneratedCodeUsesItself() throws {
        let json = #"{"value":"a","self":"s","coder":"c","must":{"next":{"next":null}}}"#
        let node = try Node(json: #"{"value":"a","self":"s","coder":"c","must":{}}"#)
        #expect(node.selfMember == "s" && node.coderMember == "c")
        #expect(node.must?.next == nil)
        #expect(throws: Never.self) { try Node(json: json) }
    }

    @Test func nullInEverySpelling() throws {
        let creature = try Creature(json: #"{"kind":"k","name":"n","nickname":null,"chip":null,"owner":null}"#)
        #expect(creature.nickname == nil && creature.chip == nil && creature.owner == nil)
    }

    @Test func requiredNullIsWrittenAgain() throws {
        let owner = try Owner(json: #"{"name":"Ann","email":null}"#)
        #expect(try owner.jsonText() == #"{"name":"Ann","email":null}"#)
        #expect(throws: JSONError.self) { try Owner(json: #"{"name":"Ann"}"#) }
    }

    @Test func unknownValuesSurvive() throws {
        let song = try Song(json: #"{"title":"La","mood":"wild","extra":[1,{"a":null}]}"#)
        #expect(song.mood?.rawValue == "wild")
        #expect(try song.jsonText() == #"{"title":"La","mood":"wild","extra":[1,{"a":null}]}"#)
    }
}
