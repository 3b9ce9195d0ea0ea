import Testing

@testable import APIModel

@Suite(.oneAtATime)
struct NameTests {
    @Test(arguments: [
        ("worker_id", "workerID"), ("runId", "runID"), ("callback_url", "callbackURL"), ("HTTPServer", "httpServer"),
        ("v1RunDetail", "v1RunDetail"),
        ("X-Keeper", "xKeeper"), ("+1", "plus1"), ("-1", "minus1"), ("2fa", "_2fa"), ("IDs", "ids"), ("don't know", "dontKnow"),
        ("", ""),
        ("__coreclaw_data_id__", "coreclawDataID"), ("../x", "x"),
    ])
    func members(wire: String, swift: String) {
        #expect(Name.lowerCamel(wire) == swift)
    }

    @Test(arguments: [
        ("getWorkerRun", "GetWorkerRun"), ("NOT_FOUND", "NotFound"), ("api_key", "APIKey"), ("v1RunDetail", "V1RunDetail"),
    ])
    func types(wire: String, swift: String) {
        #expect(Name.upperCamel(wire) == swift)
    }

    @Test func keywordsGetBackticks() {
        #expect(Name.member("class").identifier == "`class`")
        #expect(Name.member("self").identifier == "`self`")
        #expect(Name.member("classes").identifier == "classes")
    }

    @Test(arguments: ["a b", "1a", "", "a-b", "é"])
    func namesThatSwiftRefuses(name: String) {
        #expect(!Name.isUsable(name))
    }
}
