import CoreClaw
import CoreClawSimulator

/// The code of the guides and of the README; a test compares it with theirs.
enum GettingStarted {
    static func client() {
        let coreclaw = CoreClawClient()
        let other = CoreClawClient(apiKey: "key-of-another-account")
        _ = (coreclaw, other)
    }

    static func all(_ coreclaw: CoreClawClient) async throws {
        let run = try await coreclaw.runs.waitUntilFinished("01KKDXV2G26BT7NH4ZQR2R4NPZ", timeout: .seconds(600))
        let done = try run.requireSucceeded()
        for try await update in coreclaw.runs.updates("01KKDXV2G26BT7NH4ZQR2R4NPZ") {
            print(update.status.rawValue, update.resultCount)
        }
        for try await row in coreclaw.runs.results(done.id).prefix(5) {
            print(row["title"] ?? "-")
        }
        let page = try await coreclaw.runs.results(done.id, pageSize: 100).page(2)
        print(page.rows.count, "of", page.count)
    }

    static func errors(_ coreclaw: CoreClawClient) async throws {
        do {
            _ = try await coreclaw.runs.get("01KKDXV2G26BT7NH4ZQR2R4NPZ")
        } catch let error as APIError where error.code == .notFound {
            print("no such run", error.requestID ?? "")
        }
    }

    static func simulator() async throws {
        try await Simulator.with { simulator in
            let coreclaw = CoreClawClient(apiKey: simulator.apiKey, baseURL: simulator.baseURL)
            let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
            print(run.status.rawValue)
        }
    }

    static func landing() async throws {
        let coreclaw = CoreClawClient()
        let run = try await coreclaw.runs.waitUntilFinished("01KKDXV2G26BT7NH4ZQR2R4NPZ", timeout: .seconds(600))
        try run.requireSucceeded()
        for try await row in coreclaw.runs.results(run.id) {
            print(row["title"] ?? "-")
        }
    }
}
