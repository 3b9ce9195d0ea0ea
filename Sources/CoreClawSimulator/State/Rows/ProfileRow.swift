/// A row of a run that reads profiles.
struct ProfileRow: Sendable {
    static let columns = [
        ResultColumn("username", "Username"), ResultColumn("url", "Address"),
        ResultColumn("followers", "Followers", format: "number"), ResultColumn("is_verified", "Verified"),
        ResultColumn("biography", "Biography"), ResultColumn("latest_posts", "Latest posts"),
    ]

    private let position: Int
    private let address: String

    init(_ position: Int, address: String) {
        (self.position, self.address) = (position, address)
    }

    var members: [JSON.Member] {
        let name = address.split(separator: "/").last.map(String.init) ?? ""
        let row: JSON = [
            "username": .string(name),
            "url": .string(address),
            "followers": .integer(1000 * Int64(position + 1) + Int64(name.utf8.count)),
            "is_verified": .bool(position % 2 == 0),
            "biography": position % 3 == 2 ? .null : .string("Everything about \(name) 🚀"),
            "latest_posts": [["id": .integer(9_007_199_254_741_000 + Int64(position)), "likes": 42, "caption": "✨"]],
        ]
        return row.members
    }
}
