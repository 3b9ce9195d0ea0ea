import OpenAPIDocument
import SpecDiagnostics
import Testing

@Suite(.oneAtATime)
struct SettingsTests {
    private func read(_ text: String) -> (settings: Settings, messages: [String]) {
        let diagnostics = Diagnostics()
        let settings = Settings(path: "apigen.yaml", reporting: diagnostics) { _ in text }
        return (settings, diagnostics.all.map(\.description))
    }

    @Test(arguments: [("0.1.0", "x-swift/0.1.0"), ("0.1", "x-swift/0.1"), ("1.0.0-beta.1+5", "x-swift/1.0.0-beta.1+5")])
    func theVersionIsPartOfTheUserAgent(version: String, userAgent: String) {
        let settings = read("{version: \(version), user-agent: x-swift}").settings
        #expect(settings.version == version && settings.userAgent == userAgent)
    }

    @Test func withoutAVersion() throws {
        #expect(read("{module: Pets}").settings.userAgent == "pets-swift")
        #expect(try !SpecText(paths: "/a: {get: {responses: {}}}").swift("TestClient.swift").contains("version"))
    }

    @Test(arguments: ["'1\\n'", "v1", "'1 2'", "''"])
    func versionsThatAreNone(version: String) {
        let messages = read("{version: \(version)}").messages
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("apigen.yaml:1:11: error: 'version' is '") == true)
        #expect(messages.first?.hasSuffix(", not a version such as 1.2.3 [wrong-type]") == true)
    }

    @Test func theClientKnowsItsVersion() throws {
        var spec = SpecText(paths: "/a: {get: {responses: {}}}")
        spec.settings = "{document: spec.yaml, version: 1.2.3, client: TestClient, outputs: {client: Out}}"
        #expect(try spec.swift("TestClient.swift").contains("    public static let version = \"1.2.3\"\n"))
    }
}
