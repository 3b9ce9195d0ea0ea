import Foundation
import HTTPTypes
import Logging
import Metrics
import Testing
import Tracing

@testable import APIRuntime

/// Every kind of outcome, with a service that repeats the credential wherever it can: nothing that leaves the client holds it.
@Suite struct CredentialCanaryTests {
    /// A key whose percent-encoding differs from itself.
    private static let key = Canary.key + "/+="

    private static let credentials: [Credential] = [
        .token(key), .basic(username: "ann", password: key), .provider { key },
        .token(key, scheme: .apiKey(in: .header, name: "api-key")), .token(key, scheme: .apiKey(in: .query, name: "token")),
        .token(key, scheme: .apiKey(in: .cookie, name: "token")),
    ]

    /// The key as a service may spell it that quotes the request.
    private static let echoes = [
        key, key.replacing("/", with: #"\/"#), PercentEncoding.query(key), Data(key.utf8).base64EncodedString(),
        Data("ann:\(key)".utf8).base64EncodedString(),
    ]

    @Test(arguments: credentials.indices)
    func noOutcomeShowsTheCredential(index: Int) async throws {
        let folder = try TemporaryFolder()
        let client = TestClient.with(MemoryTransport(.data("1"))) { $0.credential = Self.credentials[index] }
        for value in [client, client.configuration, client.configuration.credential] as [Any] { Canary.check(value: value) }
        var kinds: Set<APIError.Kind> = []
        for echo in Self.echoes.dropLast(index == 1 ? 0 : 1) {
            for outcome in CanaryOutcome.all(echo: echo, folder: folder.url) {
                let client = TestClient.with(outcome.transport) {
                    $0.credential = Self.credentials[index]
                    $0.retryPolicy.maximumAttempts = 2
                    outcome.configure(&$0)
                }
                do {
                    try await outcome.call(client)
                } catch {
                    Canary.check(error: error)
                    if let kind = (error as? APIError)?.kind { kinds.insert(kind) }
                }
                for (request, body) in zip(outcome.transport.requests, outcome.transport.bodies)
                where request.authority != "api.parcels.test" { Canary.check(request: request, body: body) }
                Canary.check(folder: folder.url)
            }
        }
        #expect(kinds == CanaryOutcome.kinds)
    }

    @Test func whatAProviderThrowsIsShownNowhereElse() async throws {
        struct Failure: Error { let text = CredentialCanaryTests.key }
        let client = TestClient.with(MemoryTransport(.data(#"{"id":1}"#))) { $0.credential = .provider { throw Failure() } }
        let error = await #expect(throws: APIError.self) { try await client.send(GetParcel()) }
        #expect(error?.underlying is Failure)
        Canary.check("\(error.map { "\($0)" } ?? "") \(error?.message ?? "")", .error)
    }

    @Test func theCanarySings() {
        for text in [Canary.key, String(Canary.key.dropFirst(9)), "Bearer " + Canary.key.uppercased()] + Self.echoes {
            #expect(Canary.isIn("<\(text)>"))
        }
        #expect(!Canary.isIn("secret-key"))
        let request = HTTPRequest(method: .get, scheme: "https", authority: "cdn.test", path: "/?k=\(Canary.key)")
        withKnownIssue { Logger(label: "canary").trace("line", metadata: ["key": "\(Canary.key)"]) }
        withKnownIssue { LogRecorder().logger.info("\(Canary.key)") }
        withKnownIssue { Counter(label: "canary", dimensions: [("key", Canary.key)]).increment() }
        withKnownIssue { withSpan("canary") { $0.attributes["key"] = Canary.key } }
        withKnownIssue { Canary.check(error: HTTPTransportError(.interrupted, Canary.key)) }
        withKnownIssue { Canary.check(value: ["nested": [Canary.key]]) }
        withKnownIssue { Canary.check(request: request, body: nil) }
    }

    @Test func theCanaryReadsFiles() throws {
        let folder = try TemporaryFolder()
        try Data(Canary.key.utf8).write(to: folder.url.appending(path: "file"))
        withKnownIssue { Canary.check(folder: folder.url) }
    }
}
