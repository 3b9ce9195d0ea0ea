import Testing

@testable import CoreClawSimulator

struct RunExportTests {
    private static func file(_ simulator: Simulator, _ query: String) async throws -> String {
        let path = "/api/v2/worker-runs/\(SeededRuns.errorRows)/result/export?\(query)"
        let link = try #require(try await simulator.get(path)["data"]?["download_url"]?.string)
        return try await DownloadClient.fetch(link).text
    }

    @Test(arguments: [
        ("", "error,error_code,status\r\nForbidden,403,failed\r\nForbidden,403,failed\r\n"),
        ("format=CSV&filter_keys=status,error", "status,error\r\nfailed,Forbidden\r\nfailed,Forbidden\r\n"),
        ("filter_keys=status%2Cnothing", "status\r\nfailed\r\nfailed\r\n"),
        (
            "format=jsonl&filter_keys=error_code",
            #"{"error_code":"403"}"# + "\n" + #"{"error_code":"403"}"# + "\n"
        ),
    ])
    func aLinkLeadsToTheRows(_ query: String, _ text: String) async throws {
        try await Simulator.with(.still) { simulator in
            let file = try await Self.file(simulator, query)
            #expect(file == text)
        }
    }

    @Test(arguments: ["txt", "parquet", "ndjson", "tsv", ""])
    func otherFormatsAreRefused(_ format: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = try await simulator.ask(
                "GET",
                "/api/v2/worker-runs/\(SeededRuns.finished)/result/export?format=\(format)"
            )
            #expect(answer.status == 400)
            #expect(answer.code == 11000)
            #expect(answer.json["message"] == "Unsupported export format")
        }
    }

    @Test func v1TakesKeysAsAnArray() async throws {
        try await Simulator.with(.still) { simulator in
            let body: JSON = [
                "run_slug": .string(SeededRuns.errorRows), "filter_keys": ["status", "error"], "format": "json",
            ]
            let answer = try await simulator.ask("POST", "/api/v1/run/result/export", body)
            let file = try await DownloadClient.fetch(try #require(answer.data?["download_url"]?.string))
            #expect(try JSON(parsing: Array(file.text.utf8)).elements.map { $0["error"] } == ["Forbidden", "Forbidden"])
            let other: JSON = ["run_slug": .string(SeededRuns.errorRows), "filter_keys": [], "format": "xlsx"]
            #expect(try await simulator.ask("POST", "/api/v1/run/result/export", other).code == 4000)
        }
    }
}
