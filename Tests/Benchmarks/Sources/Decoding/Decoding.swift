import CoreClaw
import Foundation
import HandWritten
import Inputs

/// Compares reading and writing the API's answers with Foundation's coders, both in one run: `swift run -c release Decoding`.
@main
struct Decoding {
    static func main() throws {
        let page = Inputs.runPage(100), rows = Inputs.rows(100)
        let pageData = Data(page), rowsData = Data(rows)
        let decoder = JSONDecoder(), encoder = JSONEncoder()
        let theirPage = try decoder.decode(Envelope<HandWritten.RunPage>.self, from: pageData)
        let ourPage = try RunAnswer(json: page)
        let theirRows = try decoder.decode([Value].self, from: rowsData)
        let ourRows = try JSONValue(json: rows)

        print("page of 100 runs: \(page.count) bytes; 100 rows of 15 members: \(rows.count) bytes")
        try Comparison.table([
            Comparison(
                "read the page, typed",
                theirs: { _ = try decoder.decode(Envelope<HandWritten.RunPage>.self, from: pageData) },
                ours: { _ = try RunAnswer(json: page) }
            ),
            Comparison(
                "read the rows, free-form",
                theirs: { _ = try decoder.decode([Value].self, from: rowsData) },
                ours: { _ = try JSONValue(json: rows) }
            ),
            Comparison(
                "read the rows, free-form, against JSONSerialization",
                theirs: { _ = try JSONSerialization.jsonObject(with: rowsData) },
                ours: { _ = try JSONValue(json: rows) }
            ),
            Comparison(
                "read the rows, a Decodable of the caller",
                theirs: { _ = try decoder.decode([Place].self, from: rowsData) },
                ours: { _ = try JSONBytesDecoder().decode([Place].self, from: rows) }
            ),
            Comparison(
                "write the page, typed",
                theirs: { _ = try encoder.encode(theirPage) },
                ours: { _ = try ourPage.jsonBytes() }
            ),
            Comparison(
                "write the rows, free-form",
                theirs: { _ = try encoder.encode(theirRows) },
                ours: { _ = try ourRows.jsonBytes() }
            ),
        ])
    }
}

/// A row as a caller declares it.
struct Place: Decodable {
    var title: String
    var rating: Double
    var reviews: Int
    var address: String
    var phone: String
    var website: String
    var latitude: Double
    var longitude: Double
    var open: Bool
    var category: String
    var price: Double?
    var tags: [String]
    var rank: Int
}

/// The whole answer of listWorkerRuns, its envelope included, so that both sides read the same bytes.
struct RunAnswer: JSONModel {
    var code = 0
    var message = ""
    var data = CoreClaw.RunPage(placeholder: .value)
    var requestID: String?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("code\nmessage\nrequest_id\ndata", optional: "request_id")

    mutating func members(_ coder: inout JSONCoder) {
        coder.integer(&code)
        coder.string(&message)
        coder.string(&requestID)
        coder.value(&data)
    }
}
