import Testing

@testable import CoreClawSimulator

struct CatalogueTests {
    private static func slugs(_ simulator: Simulator, _ path: String) async throws -> [String] {
        let answer = await simulator.respond(to: SimulatedRequest(path: path))
        return try JSON(parsing: answer.body)["data"]?["scraper"]?.elements.compactMap { $0["slug"]?.string } ?? []
    }

    @Test func theStoreHasPages() async throws {
        try await Simulator.with(.still) { simulator in
            let pages = [
                try await Self.slugs(simulator, "/api/v2/store"), try await Self.slugs(simulator, "/api/v2/store?offset=2"),
                try await Self.slugs(simulator, "/api/v2/store?offset=3"),
            ]
            #expect(pages.map(\.count) == [20, 8, 0])
            #expect(Set(pages.joined()).count == 28)
            #expect(!pages.joined().contains(SeededWorkers.withoutRuns))
        }
    }

    @Test(arguments: [
        ("google%20maps", [SeededWorkers.maps]), ("GOOGLE-MAPS", [SeededWorkers.maps]), ("coreclaw~news", [SeededWorkers.news]),
        ("coreclaw/news", [SeededWorkers.news]), ("nothing", []), (SeededWorkers.profiles, [SeededWorkers.profiles]),
    ])
    func aKeywordFindsTitleSlugAndPath(_ keyword: String, _ slugs: [String]) async throws {
        try await Simulator.with(.still) { simulator in
            let found = try await Self.slugs(simulator, "/api/v2/store?keyword=\(keyword)")
            #expect(found == slugs)
            if keyword != "nothing" {
                #expect(try await Self.slugs(simulator, "/api/store?search=\(keyword)&limit=1") == slugs)
            }
        }
    }

    @Test func theAccountHasWorkersOfItsOwn() async throws {
        try await Simulator.with(.still) { simulator in
            let own = try await simulator.get("/api/v2/workers")["data"]?["scraper"]?.elements ?? []
            #expect(own.compactMap { $0["slug"]?.string } == [SeededWorkers.demo, SeededWorkers.withoutRuns])
            #expect(own.first?.names == ["description", "name", "path", "slug", "title", "username"])
        }
    }

    @Test func aSchemaIsAnArrayOfFieldsOrAJSONSchema() async throws {
        try await Simulator.with(.still) { simulator in
            let maps = try await simulator.get("/api/v2/workers/coreclaw~google-maps-scraper/input-schema")
            let fields = maps["data"]?["input_schema"]?["properties"]?.elements ?? []
            #expect(fields.compactMap { $0["name"]?.string }.prefix(2) == ["keywords", "base_location"])
            let demo = try await simulator.get("/api/v2/workers/demo-worker/input-schema")
            #expect(demo["data"]?["input_schema"]?["properties"]?["keyword"]?["type"] == "string")
        }
    }

    @Test(arguments: [
        ("", "Germany"), ("?language=de", "Deutschland"), ("?language=zh", "德国"), ("?language=ja", "ドイツ"),
        ("?language=ko", "독일"), ("?language=fr", "Allemagne"), ("?language=es", "Alemania"), ("?language=xx", "Germany"),
    ])
    func regionsAreNamedInALanguage(_ query: String, _ name: String) async throws {
        try await Simulator.with(.still) { simulator in
            let answer = await simulator.respond(to: SimulatedRequest(path: "/api/v2/proxy/region\(query)"))
            let regions = try JSON(parsing: answer.body).list
            #expect(regions.count >= 12)
            #expect(regions.first { $0["code"] == "DE" }?["name"]?.string == name)
        }
    }
}
