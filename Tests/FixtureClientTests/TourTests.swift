import APIRuntime
import FixtureClient
import Foundation
import JSONBytes
import Testing

/// Methods, limits, wrappers, callbacks and members that tell null from absence, as they go over the wire.
struct TourTests {
    private let ticket = #"{"number":7,"price":"1.10"}"#

    private func client(_ transport: MemoryTransport) -> ZooClient {
        ZooClient(apiKey: Canary.key) { $0.transport = transport }
    }

    @Test func methodsOfOneOperation() async throws {
        let transport = MemoryTransport(answer: ticket)
        _ = try await client(transport).tours.start(route: .stops(["first": "lions"]), client: "Ann")
        #expect(
            await transport.body
                == #"{"route":{"stops":{"list":{"first":"lions"}}},"is_guided":true,"guide":1,"mood":"wild \\(x)","client":"Ann"}"#
        )
        _ = try await client(transport).tours.startAlone(route: .raw([1]), seats: 2)
        #expect(await transport.body == #"{"route":[1],"is_guided":false,"seats":2}"#)
        #expect(await transport.request?.path == "/v1/tours")
    }

    @Test func theOperationItselfHasAllMembers() async throws {
        let transport = MemoryTransport(answer: ticket)
        let request = StartTour(body: TourRequest(route: .notes([:]), guide: .null, seats: 3, mood: .calm))
        _ = try await client(transport).send(request)
        #expect(await transport.body == #"{"route":{"notes":{}},"guide":null,"seats":3,"mood":"calm"}"#)
    }

    @Test(arguments: [(false, .seconds(330)), (true, nil), (nil, nil)] as [(Bool?, Duration?)])
    func limitByMember(isGuided: Bool?, expected: Duration?) {
        #expect(StartTour(body: TourRequest(route: .raw(1), isGuided: isGuided)).timeout == expected)
    }

    @Test(arguments: [(false, nil), (true, .seconds(90.5)), (nil, .seconds(90.5))] as [(Bool?, Duration?)])
    func aMissingMemberCountsAsItsDefault(isGuided: Bool?, expected: Duration?) {
        #expect(RepeatTour(body: TourRequest(route: .raw(1), isGuided: isGuided)).timeout == expected)
    }

    @Test func theLimitReachesTheTransport() async throws {
        let transport = MemoryTransport(answer: ticket)
        _ = try await client(transport).tours.startAlone(route: .raw(1))
        let alone = try #require(await transport.limits?.attemptTimeout)
        _ = try await client(transport).tours.start(route: .raw(1))
        let guided = try #require(await transport.limits?.attemptTimeout)
        #expect(alone > .seconds(300) && alone <= .seconds(330) && guided <= .seconds(60))
    }

    @Test func wrappers() throws {
        struct Stop: Encodable {
            let name = "lions"
            let id = Int64.max
            let length = Decimal(string: "1.2345678901234567890123")
            let opens = Date(timeIntervalSince1970: 1_780_000_000)
        }
        #expect(Route.stops(["a": 1]).value == ["stops": ["list": ["a": 1]]])
        #expect(Route.default(["a": 1]).value == ["a": 1])
        #expect(Route.raw(.null).value == .null)
        #expect(
            try Route.notes(encoding: Stop()).value
                == [
                    "notes": [
                        "name": "lions", "id": 9_223_372_036_854_775_807, "length": .number("1.2345678901234567890123"),
                        "opens": 1_780_000_000,
                    ]
                ]
        )
        #expect(throws: EncodingError.self) { try Route.notes(encoding: ["x": Double.nan]) }
        #expect(
            try JSONDecoder().decode(Route.self, from: JSONEncoder().encode(Route.stops(["a": [1, nil]])))
                == .stops(["a": [1, nil]])
        )
    }

    @Test func nullAbsentAndValue() async throws {
        let transport = MemoryTransport(status: 204)
        try await client(transport).tours.change("t1", note: nil, guide: .null, ends: .value(Date(timeIntervalSince1970: 9)))
        #expect(await transport.body == #"{"note":null,"guide":null,"ends":9}"#)
        try await client(transport).tours.change(
            "t1",
            note: "n",
            guide: 3,
            ends: .null,
            starts: .value(Date(timeIntervalSince1970: 0)),
            pace: .value(.slow),
            stops: ["a"],
            title: "T"
        )
        #expect(
            await transport.body
                == #"{"note":"n","guide":3,"ends":null,"starts":"1970-01-01T00:00:00Z","pace":"slow","stops":["a"],"title":"T"}"#
        )
    }

    @Test(arguments: [#"{"note":null}"#, #"{"note":"n","guide":null,"ends":null,"starts":null,"pace":null,"stops":null}"#])
    func nullAndAbsenceSurvive(json: String) throws {
        #expect(try ChangeTourBody(json: json).jsonText() == json)
    }

    @Test func oneNameForOneAndForMany() async throws {
        let transport = MemoryTransport(status: 204)
        try await client(transport).tours.cancel("t1", reason: "rain")
        #expect(await transport.request?.path == "/v1/tours/t1/cancel")
        try await client(transport).tours.cancel(ids: ["t1", "t2"])
        #expect(await transport.request?.path == "/v1/tours/cancel")
        #expect(await transport.body == #"{"tour_ids":["t1","t2"]}"#)
    }

    @Test func callbacksAreReadFromAnyBytes() throws {
        let json = #"{"number":7,"guide":null,"route":{"stops":{"list":{}}},"more":1}"#
        let ended = try TourEnded(json: Data(json.utf8))
        #expect(ended.number == 7 && ended.guide == nil && ended.route == .stops([:]))
        #expect(try TourEnded(json: json.utf8) == ended)
        #expect(try TourEnded(json: Array(json.utf8)[...]) == ended)
        #expect(throws: JSONError.self) { try TourEnded(json: Data("{}".utf8)) }
    }

    @Test(arguments: Examples.callbacks.map { ($0.json, $0.rewritten) })
    func callbackExamplesSurvive(json: String, rewritten: @Sendable (String) throws -> String) throws {
        #expect(try JSONValue(json: rewritten(json)) == JSONValue(json: json.replacing(#""guide":null,"#, with: "")))
    }

    @Test func theVersionIsSent() async throws {
        let transport = MemoryTransport(answer: ticket)
        _ = try await client(transport).tours.start(route: .raw(1))
        #expect(ZooClient.version == "1.0")
        #expect(await transport.header("User-Agent") == "zoo-swift/1.0")
    }
}
