import Foundation

/// The name and value pairs of a query string, decoded, in their order.
struct QueryItems: Sendable {
    let items: [(name: String, value: String)]

    init(_ query: String?) {
        items = (query ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts.first), Self.decoded(parts.dropFirst().first))
        }
    }

    subscript(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }

    private static func decoded(_ text: Substring?) -> String {
        let text = String(text ?? "").replacing("+", with: " ")
        return text.removingPercentEncoding ?? text
    }
}
