import Testing

/// Each target imports what the architecture allows it, and nothing else.
struct ImportTests {
    private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

    @Test(arguments: [
        ("Generator/Diagnostics", []),
        ("Generator/Document", ["SpecDiagnostics", "Yams"]),
        ("Generator/Model", ["OpenAPIDocument", "SpecDiagnostics"]),
        ("Generator/SwiftRenderer", ["APIModel", "OpenAPIDocument", "SwiftSyntax", "SwiftSyntaxBuilder"]),
        ("Generator/DocCRenderer", ["APIModel", "OpenAPIDocument", "Stencil"]),
        ("Sources/JSONBytes", []),
        ("Sources/CoreClaw", ["APIRuntime", "JSONBytes"]),
        (
            "Sources/CoreClawSimulator",
            [
                "AsyncHTTPClient", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOConcurrencyHelpers", "NIOCore",
                "NIOHTTPTypes",
            ]
        ),
        ("Sources/claw", ["ArgumentParser", "CoreClaw", "CoreClawSimulator", "Dispatch"]),
    ])
    func imports(folder: String, allowed: [String]) throws {
        let pure = [
            "Generator/Diagnostics", "Generator/Document", "Generator/Model", "Generator/SwiftRenderer", "Generator/DocCRenderer",
        ]
        let allowed = Set(allowed).union(pure.contains(folder) ? [] : Self.foundation)
        for path in Project.files(in: folder, ending: ".swift") {
            for module in try Self.imports(of: path) { #expect(allowed.contains(module), "\(path) imports \(module)") }
        }
    }

    @Test func onlyTheTransportKnowsItsLibrary() throws {
        let paths = try Project.files(in: "Sources/APIRuntime", ending: ".swift").filter { path in
            // A lock does not concern the network.
            try Self.imports(of: path).contains {
                $0 == "AsyncHTTPClient" || $0.hasPrefix("NIO") && $0 != "NIOConcurrencyHelpers"
            }
        }
        let files = [
            "AsyncHTTPTransport+Errors", "AsyncHTTPTransport", "ConnectionPool", "HTTPBodyStream", "HTTPTransportSettings+Client",
            "HTTPTransportSettings+TLS",
        ]
        #expect(paths == files.map { "Sources/APIRuntime/Transport/\($0).swift" })
    }

    @Test(arguments: ["Generator", "Sources/APIRuntime", "Sources/JSONBytes"])
    func theGeneralKnowsNothingOfTheParticular(folder: String) throws {
        for ending in [".swift", ".stencil"] {
            for path in Project.files(in: folder, ending: ending) {
                #expect(try !Project.text(path).lowercased().contains("coreclaw"), "\(path) names the service")
            }
        }
    }

    private static func imports(of path: String) throws -> [String] {
        try Project.text(path).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
                index == 0 || words[0].hasPrefix("@")
            else { return nil }
            return String(words[index + 1].split(separator: ".")[0])
        }
    }
}
