import Foundation
import Testing

@testable import APIRuntime

@Suite struct ProxyEnvironmentTests {
    private func proxy(_ variables: [String: String], for url: String = "https://api.parcels.test") throws -> String? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let environment = ProxyEnvironment { variables[$0] }
        return try environment.proxy(scheme: String(parts[0].dropLast()), authority: parts[1])?.description
    }

    @Test(
        arguments: [
            (["HTTPS_PROXY": "http://proxy.test:3128"], "https://api.test", "http proxy proxy.test:3128"),
            (["https_proxy": "http://proxy.test:3128"], "https://api.test", "http proxy proxy.test:3128"),
            (["https_proxy": "http://low.test:1", "HTTPS_PROXY": "up.test:1"], "https://api.test", "http proxy low.test:1"),
            (["HTTPS_PROXY": "http://proxy.test:3128"], "http://api.test", nil),
            (["HTTP_PROXY": "http://proxy.test:3128"], "https://api.test", nil),
            (["HTTP_PROXY": "http://proxy.test:3128"], "http://api.test", "http proxy proxy.test:3128"),
            (["HTTP_PROXY": "http://proxy.test:1", "REQUEST_METHOD": "GET"], "http://api.test", nil),
            (["http_proxy": "http://proxy.test:1", "REQUEST_METHOD": "GET"], "http://api.test", "http proxy proxy.test:1"),
            (["ALL_PROXY": "socks5://proxy.test"], "https://api.test", "socks proxy proxy.test:1080"),
            (["all_proxy": "socks5h://proxy.test:9050"], "http://api.test", "socks proxy proxy.test:9050"),
            (["ALL_PROXY": "all.test:1", "HTTPS_PROXY": "one.test:2"], "https://api.test", "http proxy one.test:2"),
            (["HTTPS_PROXY": "proxy.test:8080"], "https://api.test", "http proxy proxy.test:8080"),
            (["HTTPS_PROXY": "http://[::5]:8080/"], "https://api.test", "http proxy ::5:8080"),
            (["HTTPS_PROXY": "", "ALL_PROXY": " http://all.test:1 "], "https://api.test", "http proxy all.test:1"),
            (["HTTPS_PROXY": "http://proxy.test:3128"], "https://localhost:8080", nil),
            (["HTTPS_PROXY": "http://proxy.test:3128"], "https://127.0.0.1", nil),
            (["HTTPS_PROXY": "http://proxy.test:3128"], "https://[::1]:80", nil),
            ([:], "https://api.test", nil),
        ] as [([String: String], String, String?)]
    )
    func readsTheVariables(variables: [String: String], url: String, proxy expected: String?) throws {
        #expect(try proxy(variables, for: url) == expected)
    }

    @Test(
        arguments: [
            ("api.test", "https://api.test", true),
            ("API.Test", "https://api.test:8443", true),
            ("other.test, api.test", "https://api.test", true),
            ("other.test api.test", "https://api.test", true),
            ("test", "https://api.test", true),
            (".test", "https://api.test", true),
            (".api.test", "https://api.test", true),
            ("api.test.", "https://api.test", true),
            ("pi.test", "https://api.test", false),
            ("api.test:443", "https://api.test", true),
            ("api.test:8443", "https://api.test", false),
            ("api.test:8443", "https://api.test:8443", true),
            ("*", "https://api.test", true),
            ("*.test", "https://api.test", false),
            ("10.0.0.7", "https://10.0.0.7", true),
            ("0.7", "https://10.0.0.7", false),
            ("10.0.0.70", "https://10.0.0.7", false),
            ("[fd00::7]", "https://[fd00::7]:8443", true),
            ("fd00::7", "https://[fd00::7]", true),
            ("[fd00::7]:443", "https://[fd00::7]:8443", false),
            ("", "https://api.test", false),
            (".", "https://api.test", false),
            (", ,", "https://api.test", false),
        ]
    )
    func someHostsAreReachedWithoutAProxy(list: String, url: String, isDirect: Bool) throws {
        for name in ["NO_PROXY", "no_proxy"] {
            let result = try proxy(["HTTPS_PROXY": "http://proxy.test:1", name: list], for: url)
            #expect((result == nil) == isDirect)
        }
    }

    @Test func aLoginMayStandInTheURL() throws {
        let environment = ProxyEnvironment { $0 == "HTTPS_PROXY" ? "http://robot:p%40ss@proxy.test:3128" : nil }
        let proxy = try #require(try environment.proxy(scheme: "https", authority: "api.test"))
        #expect(proxy.login?.username == "robot")
        #expect(proxy.login?.password == "p@ss")
        #expect(proxy.description == "http proxy proxy.test:3128")
    }

    @Test(arguments: ["https://user:s3cret@proxy.test:1", "ftp://s3cret", "http://:80", "http://s3cret:70000", "http://s3 cret"])
    func aVariableThatIsNoProxyIsAnError(text: String) {
        let error = #expect(throws: ParameterError.self) { try proxy(["https_proxy": text]) }
        #expect(error?.message.contains("https_proxy") == true)
        #expect(error?.message.contains("s3cret") == false)
    }
}
