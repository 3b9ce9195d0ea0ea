import Testing

@testable import CoreClawSimulator

/// Each failure that an operation declares.
struct DeclaredErrorTests {
    private static let examples = EveryOperationTests.v2 + EveryOperationTests.v1
    private static let withKey = Route.all.filter { !$0.isPublic }.map(\.operationID)
    private static let named = Route.all.filter { $0.path.contains("{") && !$0.path.contains("queueId") }.map(\.operationID)
    private static let withBody = Route.all.filter { $0.body != nil }.map(\.operationID)

    private static func find(_ operation: String) throws -> (EveryOperationTests.Example, Route) {
        (
            try #require(examples.first { $0.operation == operation }),
            try #require(Route.all.first { $0.operationID == operation })
        )
    }

    @Test(arguments: examples)
    func isAnsweredWithItsCode(_ example: EveryOperationTests.Example) async throws {
        let (_, route) = try Self.find(example.operation)
        try await Simulator.with(.still) { simulator in
            for (status, code) in route.errors {
                try await simulator.fail(operation: example.operation, with: .status(status))
                let answer = try await simulator.ask(route.method, example.path, example.body)
                #expect(answer.status == status)
                #expect(answer.code == Int64(code))
                #expect(answer.json["message"]?.string == Route.errorMessages[code])
                #expect(answer.json.names.contains("data") == (route.version == .v1))
            }
        }
    }

    @Test(arguments: withKey)
    func aKeyIsNeeded(_ operation: String) async throws {
        let (example, route) = try Self.find(operation)
        try await Simulator.with(.still) { simulator in
            let response = await simulator.respond(
                to: SimulatedRequest(method: route.method, path: example.path, body: example.body?.bytes ?? [])
            )
            #expect(response.status == 401)
            let code = try JSON(parsing: response.body)["code"]?.integer
            #expect(code == route.errors[401].map(Int64.init))
        }
    }

    @Test(arguments: named)
    func anUnknownNameIsNotFound(_ operation: String) async throws {
        let (example, route) = try Self.find(operation)
        try await Simulator.with(.still) { simulator in
            let path = route.path.replacing(#/\{[a-zA-Z]+\}/#, with: "nobody")
            let answer = try await simulator.ask(route.method, path, example.body)
            #expect(answer.status == 404)
            #expect(answer.code == 11004)
        }
    }

    @Test(arguments: withBody)
    func aBodyMustBeJSONWithKnownMembers(_ operation: String) async throws {
        let (example, route) = try Self.find(operation)
        try await Simulator.with(.still) { simulator in
            let broken = await simulator.respond(
                to: SimulatedRequest(
                    method: route.method,
                    path: example.path,
                    headers: ["api-key": simulator.apiKey],
                    body: Array("{".utf8)
                )
            )
            #expect(broken.status == 400)
            let members = (example.body?.members ?? []) + [JSON.Member(name: "colour", value: "blue")]
            let unknown = try await simulator.ask(route.method, example.path, .object(members))
            #expect(unknown.status == route.version.validationStatus)
            #expect(unknown.code == (route.version == .v1 ? 4000 : 11000))
        }
    }
}
