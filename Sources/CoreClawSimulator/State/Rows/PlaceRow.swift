/// A row of a run that looks for places.
struct PlaceRow: Sendable {
    static let columns = [
        ResultColumn("title", "Title"), ResultColumn("address", "Address"), ResultColumn("rating", "Rating", format: "number"),
        ResultColumn("reviews", "Reviews", format: "number"), ResultColumn("place_number", "Place number", format: "number"),
        ResultColumn("price", "Price"), ResultColumn("is_open", "Open now"), ResultColumn("website", "Website"),
        ResultColumn("categories", "Categories"), ResultColumn("location", "Location"), ResultColumn("keyword", "Keyword"),
    ]

    private static let names = [
        "Café Möwe", "Joe's \"Best\" Coffee ☕️", "コーヒー 🍵", "Kaffee & <Kuchen>", "Back\\slash\tBar", "家族 👩‍👩‍👧‍👦",
    ]

    private let position: Int
    private let keyword: String

    init(_ position: Int, keyword: String) {
        (self.position, self.keyword) = (position, keyword)
    }

    var members: [JSON.Member] {
        let number = Int64(position + 1)
        let row: JSON = [
            "title": .string("\(Self.names[position % Self.names.count]) #\(number)"),
            "address": .string("Straße \(number), 10115 Berlin"),
            "rating": .double(Double(30 + position % 21) / 10),
            "reviews": .integer(number * 7),
            // Above 2^53: a reader that goes through a Double loses it.
            "place_number": .integer(9_007_199_254_740_992 + number),
            "price": .string("\(position % 40).50"),
            "is_open": .bool(position % 3 != 0),
            "website": position % 4 == 3 ? .null : .string("https://example.com/places/\(number)?ref=a&b=c"),
            "categories": .array(["coffee", "bakery", "bar"].prefix(position % 4).map(JSON.string)),
            "location": [
                "lat": .double(52.5 + Double(position) / 1000),
                "lng": .double(-13.25),
                "address": ["street": .string("Straße \(number)"), "floor": position % 2 == 0 ? .null : .integer(number % 5)],
            ],
            "keyword": .string(keyword),
        ]
        return row.members
    }
}
