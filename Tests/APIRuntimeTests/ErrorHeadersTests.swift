import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct ErrorHeadersTests {
    private typealias Reply = MemoryTransport.Reply

    @Test(arguments: [301, 302, 303, 307, 308])
    func aRedirectThatIsNotFollowedTellsWhereItLeads(status: Int) async {
        let transport = MemoryTransport(.redirect("https://api.parcels.test/elsewhere?page=2", status: status))
        let error = await apiError { try await TestClient.with(transport).send(SendParcel()) }
        #expect(error?.kind == .unexpectedAnswer)
        #expect(error?.status?.code == status)
        #expect(error?.headers[.location] == "https://api.parcels.test/elsewhere?page=2")
    }

    @Test func soDoesOneTooMany() async {
        let transport = MemoryTransport(.redirect("/again"))
        let error = await apiError { try await TestClient.with(transport) { $0.maximumRedirects = 2 }.send(GetParcel()) }
        #expect(error?.headers[.location] == "/again")
        #expect(transport.requests.count == 3)
    }

    @Test(arguments: [(304, "{}"), (404, "{}"), (503, ""), (200, "no JSON"), (200, #"{"code":400}"#)])
    func everyErrorAboutAResponseHasItsHeaders(status: Int, body: String) async throws {
        let name = try #require(HTTPField.Name("X-Trace"))
        let transport = MemoryTransport(.json(body, status: status, headers: [name: "abc"]))
        let client = TestClient.with(transport) { $0.retryPolicy = .none }
        #expect(await apiError { try await client.send(GetParcel()) }?.headers[name] == "abc")
    }

    @Test func errorsWithoutAResponseHaveNone() async {
        let transport = MemoryTransport { _, _ in throw HTTPTransportError(.interrupted, "closed") }
        #expect(await apiError { try await TestClient.with(transport).send(SendParcel()) }?.headers == [:])
    }

    @Test func cookiesAndTheCredentialAreInNone() async throws {
        let name = try #require(HTTPField.Name("X-Echo"))
        let percent = TestClient.key.replacing("-", with: "%2D")
        let headers: HTTPFields = [
            .setCookie: "session=abc", name: "you sent Bearer \(TestClient.key)", .location: "/login?token=\(percent)",
        ]
        let transport = MemoryTransport(.json("", status: 401, headers: headers))
        let error = try #require(await apiError { try await TestClient.with(transport).send(GetParcel()) })
        #expect(error.headers[.setCookie] == nil)
        #expect(error.headers[name] == "you sent Bearer [redacted]")
        #expect(error.headers[.location] == "[redacted]")
        #expect("\(error) \(String(reflecting: error))".contains("X-Echo") == false)
    }

    @Test func downloadsDoNotTellWhereTheyLead() async throws {
        let transport = MemoryTransport(.redirect("http://files.test/a?signature=0123456789abcdef"))
        let url = try #require(URL(string: "https://files.test/a"))
        let error = await apiError { try await TestClient.with(transport).download(url) }
        #expect(error?.status?.code == 302)
        #expect(error?.headers[.location] == nil)
    }
}
