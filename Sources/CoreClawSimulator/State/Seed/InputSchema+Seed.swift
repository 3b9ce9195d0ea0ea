extension InputSchema {
    static let maps = InputSchema(
        json: [
            "description": "Find places by keyword",
            "concurrency": ["fields": ["keywords", "place_ids"], "remove_fields": ["keywords"]],
            "properties": [
                field("keywords", "array", "Keywords", editor: "stringList", "Search terms", default: ["coffee"], required: true),
                field("base_location", "string", "Location", editor: "input", "Where to search"),
                [
                    "title": "Language", "name": "language", "type": "string", "editor": "select",
                    "options": [["label": "English", "value": "en"], ["label": "Chinese", "value": "zh"]],
                    "default": "en", "description": "Result language", "required": false,
                ],
                field("place_ids", "array", "Place ids", editor: "stringList", "Place ids"),
                field("max_results", "integer", "Maximum", editor: "number", "Rows per keyword", default: 4),
                field("skipClosed", "boolean", "Skip closed", editor: "switch", "Leave out closed places"),
            ],
        ],
        alternatives: ["keywords": ["place_ids", "url"]]
    )

    static let news = InputSchema(
        json: [
            "description": "Collect articles",
            "properties": [
                field("keywords", "array", "Keywords", editor: "stringList", "Search terms"),
                field("max_results", "integer", "Maximum", editor: "number", "Rows per keyword", default: 4),
            ],
        ]
    )

    static let profiles = InputSchema(
        json: [
            "properties": [
                field("profile_url", "array", "Profile addresses", editor: "requestList", "Profiles to read", required: true)
            ]
        ]
    )

    static let demo = InputSchema(
        json: [
            "properties": [
                "keyword": ["type": "string", "title": "Keyword"],
                "max_results": ["type": "integer", "title": "Maximum", "minimum": 0],
            ],
            "required": ["keyword"],
            "type": "object",
        ]
    )

    private static func field(
        _ name: String,
        _ type: String,
        _ title: String,
        editor: String,
        _ description: String,
        default value: JSON? = nil,
        required: Bool = false
    ) -> JSON {
        .object(
            optional: [
                ("title", .string(title)), ("name", .string(name)), ("type", .string(type)), ("editor", .string(editor)),
                ("default", value), ("description", .string(description)), ("required", .bool(required)),
            ]
        )
    }
}
