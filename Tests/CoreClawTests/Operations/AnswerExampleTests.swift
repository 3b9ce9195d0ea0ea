import CoreClaw
import Testing

/// Every answer and every callback of the documentation is read, written and read again.
struct AnswerExampleTests {
    @Test(arguments: Examples.answers.indices)
    func isReadAndWritten(index: Int) throws {
        let (operation, title, json) = Examples.answers[index]
        guard let rewritten = try Self.payload(operation, json) else { return }
        let original = try #require(try JSONValue(json: json)["data"])
        for difference in try Self.differences(original, JSONValue(json: rewritten)) {
            #expect(Self.lenient.contains(difference), "\(operation): \(title)")
        }
        // What was written is read as the same, so that nothing changes from then on.
        let again = try Self.payload(operation, #"{"code":0,"message":"success","data":\#(rewritten)}"#)
        #expect(again == rewritten)
    }

    @Test(arguments: Examples.callbacks.indices)
    func callbackIsReadAndWritten(index: Int) throws {
        let (title, json, rewrite) = Examples.callbacks[index]
        let rewritten = try rewrite(json)
        for difference in try Self.differences(JSONValue(json: json), JSONValue(json: rewritten)) {
            #expect(Self.lenient.contains(difference), "\(title)")
        }
        #expect(try rewrite(rewritten) == rewritten)
    }

    /// Members that are read in more than one form, and are therefore written in another than they came in.
    private static let lenient: Set<String> = [
        // Null, or nothing, for an empty list.
        "list: null -> []", "list: nothing -> []", "headers: null -> []", "scraper: null -> []",
        // What stands for nothing is left out.
        #"err_msg: "" -> nothing"#, #"error_message: "" -> nothing"#, #"result_message: "" -> nothing"#,
        "last_run_id: 0 -> nothing", "finished_at: 0 -> nothing",
        // The same number.
        #"usage: "1.00" -> "1""#, #"balance: "100.00" -> "100""#, #"traffic: "1000" -> 1000"#,
        // The same Worker.
        #"path: "coreclaw/google-maps-scraper" -> "coreclaw~google-maps-scraper""#,
        #"worker_path: "coreclaw/google-maps-scraper" -> "coreclaw~google-maps-scraper""#,
        #"worker_path: "coreclaw/instagram-profile-scraper" -> "coreclaw~instagram-profile-scraper""#,
        // The same line of a log.
        #"0: "Run started" -> {"content":"Run started"}"#, #"1: "Run finished" -> {"content":"Run finished"}"#,
        #"type: "warn" -> 3"#,
    ]

    /// The payload as it is written again; nil where the operation has none.
    private static func payload<Operation: APIOperation>(_ operation: Operation.Type, _ json: String) throws -> String? {
        try Operation.rewritten(Array(json.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The members in which two values differ, as `member: before -> after`.
    private static func differences(_ before: JSONValue?, _ after: JSONValue?, of name: String = "$") throws -> [String] {
        if let left = before?.object, let right = after?.object {
            let names = left.keys + right.keys.filter { left[$0] == nil }
            return try names.flatMap { try differences(left[$0], right[$0], of: $0) }
        }
        if let left = before?.array, let right = after?.array, left.count == right.count {
            return try zip(left, right).enumerated().flatMap { try differences($1.0, $1.1, of: "\($0)") }
        }
        if before == after { return [] }
        return ["\(name): \(try before?.jsonText() ?? "nothing") -> \(try after?.jsonText() ?? "nothing")"]
    }
}
