import Foundation
import HTTPTypes
import Logging
import Testing

@testable import APIRuntime

@Suite struct AuthenticationTests {
    private let ok = MemoryTransport(.data(#"{"id":1}"#))

    @Test func sendsABearerTokenByDefault() async throws {
        _ = try await TestClient.with(ok).send(GetParcel())
        #expect(ok.requests[0].headerFields[.authorization] == "Bearer \(TestClient.key)")
        #expect(ok.requests[0].path == "/root/parcels/p1")
    }

    @Test func sendsABasicLogin() async throws {
        _ = try await TestClient.with(ok) { $0.credential = .basic(username: "ann", password: "pass") }.send(GetParcel())
        #expect(ok.requests[0].headerFields[.authorization] == "Basic YW5uOnBhc3M=")
    }

    @Test(arguments: [
        (SecurityScheme.Location.header, "/root/parcels/p1", "key 1" as String?, nil as String?),
        (.query, "/root/parcels/p1?k=key%201", nil as String?, nil as String?),
        (.cookie, "/root/parcels/p1", nil as String?, "k=key%201" as String?),
    ])
    func sendsAKey(location: SecurityScheme.Location, path: String, header: String?, cookie: String?) async throws {
        let client = TestClient.with(ok) { $0.credential = .token("key 1", scheme: .apiKey(in: location, name: "k")) }
        _ = try await client.send(GetParcel())
        #expect(ok.requests[0].path == path)
        #expect(ok.requests[0].headerFields[HTTPField.Name("k")!] == header)
        #expect(ok.requests[0].headerFields[.cookie] == cookie)
        #expect(ok.requests[0].headerFields[.authorization] == nil)
    }

    @Test func publicOperationsSendNoCredential() async throws {
        _ = try await TestClient.with(ok).send(GetRates())
        #expect(ok.requests[0].headerFields[.authorization] == nil)
        _ = try await TestClient.with(ok) { $0.credential = .none }.send(GetRates())
    }

    @Test(arguments: [nil, "", "  \n"])
    func missingCredentialIsFoundBeforeSending(variable: String?) async throws {
        let client = TestClient.with(ok) {
            $0.credential = .environment
            $0.environment = { name in name == "PARCELS_API_KEY" ? variable : nil }
        }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .missingCredential)
        #expect(error?.message.contains("PARCELS_API_KEY") == true)
        #expect(error?.attempts == 0)
        #expect(ok.requests.isEmpty)
    }

    @Test func readsTheEnvironmentWhenNeeded() async throws {
        let client = TestClient.with(ok) {
            $0.credential = .environment
            $0.environment = { ["PARCELS_API_KEY": "from-environment\n", "PARCELS_BASE_URL": "https://other.test/"][$0] }
        }
        _ = try await client.send(GetParcel())
        #expect(ok.requests[0].headerFields[.authorization] == "Bearer from-environment")
        #expect(ok.requests[0].authority == "other.test")
        #expect(ok.requests[0].path == "/parcels/p1")
    }

    @Test(arguments: [
        ("http://api.parcels.test", false), ("http://127.0.0.1.evil.test", false), ("http://10.0.0.1", false),
        ("http://127.0.0.1:8080", true), ("http://localhost", true), ("http://[::1]:80", true),
        ("https://api.parcels.test", true),
    ])
    func sendsCredentialsOverPlainHTTPOnlyToThisMachine(url: String, isSent: Bool) async throws {
        let client = TestClient.with(ok) { $0.baseURL = URL(string: url) }
        if isSent {
            _ = try await client.send(GetParcel())
        } else {
            #expect(await apiError { try await client.send(GetParcel()) }?.kind == .insecureConnection)
            #expect(ok.requests.isEmpty)
        }
    }

    @Test(arguments: [
        "ftp://x.test", "https://", "nonsense", "https://u:p@x.test", "https://x.test/?a=1", "https://x.test:70000",
        "https://x.test:0",
    ])
    func refusesBaseURLs(url: String) async {
        let client = TestClient.with(ok) { $0.baseURL = URL(string: url) }
        #expect(await apiError { try await client.send(GetParcel()) }?.kind == .invalidArgument)
        #expect(ok.requests.isEmpty)
    }

    @Test(arguments: [
        "", " \n", "nonsense", "ftp://x.test", "https://u:p@x.test", "https://x.test?a=1", "https://x.test#a", "https://a b.test",
    ])
    func refusesBaseURLsOfTheEnvironment(text: String) async {
        let client = TestClient.with(ok) { $0.environment = { $0 == "PARCELS_BASE_URL" ? text : nil } }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("PARCELS_BASE_URL") == true)
        #expect(ok.requests.isEmpty)
    }

    @Test func aLineBreakAfterTheBaseURLIsNoPartOfIt() async throws {
        let client = TestClient.with(ok) { $0.environment = { $0 == "PARCELS_BASE_URL" ? "https://x.test/a\n" : nil } }
        _ = try await client.send(GetParcel())
        #expect(ok.requests[0].path == "/a/parcels/p1")
    }

    @Test func refusesCredentialsThatWouldAddHeaders() async {
        let client = TestClient.with(ok) { $0.credential = .token("abc\r\nEvil: 1") }
        let error = await apiError { try await client.send(GetParcel()) }
        #expect(error?.kind == .invalidArgument)
        #expect(error.map { "\($0)".contains("Evil") } == false)
    }

    @Test func noDescriptionHoldsACredential() {
        let client = TestClient.with(ok) { $0.additionalHeaders[.authorization] = "Bearer \(TestClient.key)" }
        var dumped = ""
        dump(client.configuration, to: &dumped)
        dump(client.configuration.credential, to: &dumped)
        for text in ["\(client)", "\(client.configuration)", String(reflecting: client.configuration.credential), dumped] {
            #expect(!text.contains(TestClient.key))
        }
    }

    @Test func noDescriptionOfAnAnswerHoldsACredential() async throws {
        let response = try await TestClient.with(ok).response(to: GetParcel())
        let decoder = ResponseDecoder(status: .ok, headers: [:], body: [], context: response.context)
        var dumped = ""
        dump(response, to: &dumped)
        dump(decoder, to: &dumped)
        for text in ["\(response)", String(reflecting: response), "\(decoder)", String(reflecting: decoder), dumped] {
            #expect(text.contains("Redactor"))
            #expect(!text.contains(TestClient.key))
        }
    }

    @Test func aProviderIsBoundedByTheLimitOfTheAttempt() async throws {
        let clock = TestClock(skipsPauses: false)
        let client = TestClient.with(ok, clock: clock) {
            $0.attemptTimeout = .seconds(2)
            $0.credential = .provider {
                try await Task.sleep(for: .seconds(60))
                return "late"
            }
        }
        async let error = apiError { try await client.send(SendParcel()) }
        try await eventually { clock.sleeping == 1 }
        clock.advance(by: .seconds(2))
        #expect(await error?.kind == .timeout)
        #expect(await error?.isCertainlyNotSent == true)
        #expect(ok.requests.isEmpty)
    }

    @Test(arguments: [
        "a/b+c", #"a\/b+c"#, #"a\/b\u002Bc"#, #"a/b\u002bc"#, "a%2Fb%2Bc", "a%2fb%2bc", "YS9iK2M=", "user:a/b+c",
    ])
    func everyFormOfACredentialIsTakenOut(form: String) {
        #expect(Redactor("user:a/b+c").redact("<\(form)>").hasSuffix("[redacted]>"))
        #expect(Redactor("user:a/b+c").isIn("<\(form)>"))
    }

    @Test(arguments: [SecurityScheme.bearer, .basic, .apiKey(in: .query, name: "token")])
    func whatTheServiceRepeatsOfACredentialIsTakenOut(scheme: SecurityScheme) async {
        let key = "user:p+ss/word=="
        let forms = [key, "user%3Ap%2Bss%2Fword%3D%3D", Data(key.utf8).base64EncodedString()]
        let body = #"{"code":9,"message":"bad \#(forms[0])","details":["\#(forms[1])"],"request_id":"\#(forms[2])"}"#
        let transport = MemoryTransport(.json(body, status: 401))
        let logs = LogRecorder()
        let client = TestClient.with(transport) {
            $0.credential = .token(key, scheme: scheme)
            $0.logger = logs.logger
        }
        let error = await apiError { try await client.send(GetParcel()) }
        let texts = [error.map { String(reflecting: $0) } ?? "", error.map { "\($0)" } ?? "", logs.text]
        for text in texts {
            #expect(!text.isEmpty)
            for form in forms { #expect(!text.contains(form)) }
        }
    }
}
