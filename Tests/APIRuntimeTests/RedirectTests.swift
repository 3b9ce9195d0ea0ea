import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct RedirectTests {
    private func transport(_ location: String, status: Int = 302) -> MemoryTransport {
        MemoryTransport { _, number in number == 1 ? .redirect(location, status: status) : .data(#"{"id":1}"#) }
    }

    @Test(arguments: [
        ("/other?x=1", "/other?x=1"), ("next", "/root/parcels/next"), ("https://api.parcels.test/abs", "/abs"),
        ("https://API.parcels.test:443/abs", "/abs"),
    ])
    func readsFollowRedirectsWithinTheOrigin(location: String, path: String) async throws {
        for status in [301, 302, 303, 307, 308] {
            let transport = transport(location, status: status)
            _ = try await TestClient.with(transport).send(GetParcel())
            #expect(transport.paths.last == path)
            #expect(transport.requests.last?.headerFields[.authorization] == "Bearer \(TestClient.key)")
        }
    }

    @Test func anotherOriginGetsNothingMeantForTheService() async throws {
        let transport = transport("https://cdn.test:8443/file")
        let client = TestClient.with(transport) { $0.additionalHeaders[.cookie] = "session=1" }
        _ = try await client.send(GetParcel())
        #expect(transport.requests[1].authority == "cdn.test:8443")
        #expect(transport.requests[1].headerFields[.authorization] == nil)
        #expect(transport.requests[1].headerFields[.cookie] == nil)
        #expect(transport.requests[1].headerFields[.userAgent] == "parcels-swift/1.0")
    }

    @Test func theKeyInAQueryStaysWithinTheOrigin() async throws {
        let scheme = SecurityScheme.apiKey(in: .query, name: "token")
        let inside = transport("/other?token=\(TestClient.key)&a=1")
        _ = try await TestClient.with(inside) { $0.credential = .token(TestClient.key, scheme: scheme) }.send(GetParcel())
        #expect(inside.paths.last == "/other?a=1&token=\(TestClient.key)")

        let outside = transport("https://cdn.test/?token=\(TestClient.key)")
        let client = TestClient.with(outside) { $0.credential = .token(TestClient.key, scheme: scheme) }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.message == "The redirect would carry the credential to cdn.test")
        #expect(outside.requests.count == 1)

        let hidden = transport("https://cdn.test/?token=%73\(TestClient.key.dropFirst())&bad=%zz")
        let other = TestClient.with(hidden) { $0.credential = .token(TestClient.key, scheme: scheme) }
        #expect(await apiError { try await other.send(GetParcel()) }?.kind == .unexpectedAnswer)
        #expect(hidden.requests.count == 1)
    }

    private struct Search: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "search",
            method: .get,
            path: "/search",
            idempotency: .safe,
            security: .required
        )
        func encode(into request: inout RequestEncoder) { request.json(Parcel(id: 5)) }
    }

    private struct Trigger: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "trigger",
            method: .get,
            path: "/trigger",
            idempotency: .unsafe,
            security: .required
        )
        func encode(into request: inout RequestEncoder) {}
    }

    @Test(arguments: [("/other", true), ("https://cdn.test/other", false)])
    func aBodyStaysWithinTheOrigin(location: String, isSent: Bool) async throws {
        let transport = transport(location)
        _ = try await TestClient.with(transport).send(Search())
        #expect(transport.bodies.map { $0 != nil } == [true, isSent])
    }

    @Test func unsafeReadsAreNotRedirected() async {
        let transport = transport("/other")
        #expect(await apiError { try await TestClient.with(transport).send(Trigger()) }?.kind == .unexpectedAnswer)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [(HTTPTransportError.Reason.connectionRefused, APIError.Kind.connection), (.bodyTooLarge, .bodyTooLarge)])
    func afterARedirectNothingIsCertainlyNotSent(reason: HTTPTransportError.Reason, kind: APIError.Kind) async {
        let transport = MemoryTransport { _, number in
            if number > 1 { throw HTTPTransportError(reason, "failed") }
            return .redirect("/other")
        }
        let error = await apiError { try await TestClient.with(transport) { $0.retryPolicy = .none }.send(GetParcel()) }
        #expect(error?.kind == kind)
        #expect(error?.isCertainlyNotSent == false)
    }

    @Test(arguments: [
        "http://api.parcels.test/x", "http://127.0.0.1/x", "ftp://api.parcels.test/", "https://", "https://127.0.0.1:70000/",
    ])
    func redirectsToLessAreRefused(location: String) async {
        let transport = transport(location)
        #expect(await apiError { try await TestClient.with(transport).send(GetParcel()) }?.kind == .unexpectedAnswer)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func writesAreNotRedirected(status: Int) async {
        let transport = transport("/other", status: status)
        let error = await apiError { try await TestClient.with(transport).send(SendParcel()) }
        #expect(error?.kind == .unexpectedAnswer)
        #expect(error?.status?.code == status)
        #expect(transport.requests.count == 1)
    }

    @Test func redirectsAreBounded() async {
        let transport = MemoryTransport(.redirect("/again"))
        #expect(await apiError { try await TestClient.with(transport).send(GetParcel()) }?.message == "Too many redirects")
        #expect(transport.requests.count == 6)
    }
}
