import CoreClaw
import Foundation

/// A request of each operation, made from outside the library, with every member that it can have.
enum Requests {
    static var all: [any APIOperation] {
        get throws { try store + workers + lastRun + runs + newestRun + tasks + queue + account + firstVersion }
    }

    static let run: RunID = "01KKDXV2G26BT7NH4ZQR2R4NPZ"
    static let worker: WorkerID = "coreclaw/google-maps-scraper"
    static let task = TaskID("demo-task")
    static let item = QueueItemID(rawValue: "123456")
    static let callback = URL(string: "https://example.com/callbacks")
    static let month = RunMonth(year: 2026, month: 8)

    /// Each way to make the input of a Worker.
    static var inputs: [Input] {
        get throws {
            [
                .custom(["keywords": ["coffee"], "max_results": 50]), try .custom(encoding: Search(keywords: ["coffee"])),
                .raw(["parameters": ["custom": ["keywords": ["coffee"]]]]), Input(["keywords": ["coffee"]]),
            ]
        }
    }

    private struct Search: Encodable { let keywords: [String] }
}
