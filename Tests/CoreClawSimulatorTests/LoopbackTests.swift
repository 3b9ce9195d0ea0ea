import Testing

@testable import CoreClawSimulator

struct LoopbackTests {
    @Test(
        arguments: [
            ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.9.8.7", true), ("::1", true), ("[::1]", true),
            ("example.com", false), ("127.0.0.1.example.com", false), ("127.0.0", false), ("10.0.0.1", false), ("", false),
            ("127.+1.0.0", false), ("127.0.0.256", false), ("127..0.1", false), ("1127.0.0.1", false), ("localhost.", false),
        ])
    func hosts(_ host: String, _ isLocal: Bool) {
        #expect(Loopback.contains(host: host) == isLocal)
    }

    @Test(
        arguments: [
            ("localhost:8080", true), ("127.0.0.1:", true), ("[::1]:1", true), ("localhost:80:80", false), ("[::1", false),
            ("localhost:x", false), ("a@localhost", false), ("localhost/", false), (":80", false), ("[::1]x:80", false),
        ])
    func authorities(_ authority: String, _ isLocal: Bool) {
        #expect(Loopback.contains(authority: authority) == isLocal)
    }

    @Test(
        arguments: [
            ("http://localhost:8080", true), ("HTTPS://[::1]", true), ("localhost", false), ("ftp://localhost", false),
            ("null", false), ("http://", false), ("http://localhost http://evil.example", false),
        ])
    func origins(_ origin: String, _ isLocal: Bool) {
        #expect(Loopback.contains(origin: origin) == isLocal)
    }
}
