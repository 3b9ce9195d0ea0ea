/// The result rows of a run, each made from its position alone.
enum ResultRows: Sendable, Equatable {
    /// Places with text, numbers, nested values and gaps.
    case places(Int)
    /// Rows that only say what went wrong: a run may succeed and still hold nothing else.
    case errors(Int)

    var count: Int {
        switch self {
        case .places(let count), .errors(let count): count
        }
    }

    var headers: JSON {
        let columns: [(key: String, label: String)] =
            switch self {
            case .places:
                [
                    ("title", "Title"), ("rating", "Rating"), ("reviews", "Reviews"), ("place_number", "Place number"),
                    ("price", "Price"), ("is_open", "Open now"), ("website", "Website"), ("categories", "Categories"),
                    ("location", "Location"),
                ]
            case .errors: [("error", "error"), ("error_code", "error_code"), ("status", "status")]
            }
        return .array(columns.map { ["key": .string($0.key), "label": .string($0.label)] })
    }

    func row(at position: Int, of runID: String) -> JSON {
        let id = JSON.string(Self.rowID("\(runID)/\(position)"))
        return switch self {
        case .places: Self.place(position, id: id)
        case .errors: ["error": "Forbidden", "error_code": "403", "status": "failed", "__coreclaw_data_id__": id]
        }
    }

    private static let names = [
        "Café Möwe", "Joe's \"Best\" Coffee ☕️", "コーヒー 🍵", "Kaffee & <Kuchen>", "Back\\slash\tBar", "家族 👩‍👩‍👧‍👦",
    ]

    private static func place(_ position: Int, id: JSON) -> JSON {
        let number = Int64(position + 1)
        return [
            "title": .string("\(names[position % names.count]) #\(number)"),
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
            "__coreclaw_data_id__": id,
        ]
    }

    /// 64 hexadecimal digits that depend on nothing but the text.
    private static func rowID(_ text: String) -> String {
        (UInt64(0)..<4).map { part in
            let hash = text.utf8.reduce(14_695_981_039_346_656_037 &+ part) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
