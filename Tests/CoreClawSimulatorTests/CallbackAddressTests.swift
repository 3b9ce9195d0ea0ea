import Testing

@testable import CoreClawSimulator

struct CallbackAddressTests {
    @Test(
        arguments: [
            ("http://localhost", "localhost", 80), ("HTTPS://127.0.0.1/hook:9?a=:1", "127.0.0.1", 443),
            ("http://[::1]:65535#x", "::1", 65535), ("http://user:7@127.0.0.1:1?secret", "127.0.0.1", 1),
            ("http://[::1]", "::1", 80), ("http://127.0.0.1:/", "127.0.0.1", 80),
        ] as [(String, String, Int)]
    )
    func isAHostAndAPort(_ url: String, _ host: String, _ port: Int) {
        #expect(CallbackAddress(url)?.host == host)
        #expect(CallbackAddress(url)?.port == port)
    }

    @Test(arguments: [
        "", "hook", "ftp://example.com/", "file:///etc/passwd", "http://", "unix:/tmp/x", "http+unix://%2Ftmp/x",
        "http://127.0.0.1:0", "http://127.0.0.1:65536/", "http://127.0.0.1:99999?a", "http://[::1]:70000#a",
        "http://127.0.0.1:-1/",
        "http://127.0.0.1:99999999999999999999/",
    ])
    func nothingElseIsOne(_ url: String) {
        #expect(CallbackAddress(url) == nil)
    }
}
