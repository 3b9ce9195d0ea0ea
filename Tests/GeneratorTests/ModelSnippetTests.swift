import Testing

/// Schemas in, Swift out.
@Suite(.oneAtATime)
struct ModelSnippetTests {
    @Test func members() throws {
        let spec = SpecText(
            schemas: """
                Run:
                  type: object
                  required: [slug, started_at, count]
                  properties:
                    slug: {type: string, x-apigen-name: id}
                    started_at: {type: integer, format: unixtime, x-apigen-absent: 0}
                    count: {type: [integer, string], format: int64}
                    rows: {type: [array, "null"], default: [], items: {type: string}}
                """
        )
        #expect(
            try spec.swift("Types/Run.swift") == """
                public struct Run: JSONModel {
                    public var id = ""
                    public var startedAt: Date?
                    public var count: Int64 = 0
                    public var rows: [String] = []
                    public var unknownMembers = JSONObject()
                    public init(id: String, count: Int64, startedAt: Date? = nil, rows: [String] = []) {
                        self.id = id
                        self.count = count
                        self.startedAt = startedAt
                        self.rows = rows
                    }
                    public init(placeholder: JSONPlaceholder) {}
                    public static let fields = JSONFields(
                        \"""
                        slug
                        started_at
                        count
                        rows
                        \""",
                        optional: "rows")
                    public mutating func members(_ coder: inout JSONCoder) {
                        coder.string(&id)
                        coder.unixTime(&startedAt, absent: 0)
                        coder.lenientInteger(&count)
                        coder.list(&rows, nullIsEmpty: true)
                    }
                }
                """
        )
    }

    @Test func closedEnumeration() throws {
        let spec = SpecText(schemas: "Mood: {type: string, enum: [happy, NOT_SO, default], x-apigen-open: false}")
        #expect(
            try spec.swift("Types/Mood.swift") == """
                public enum Mood: String, JSONClosedEnum, ParameterValue, CaseIterable {
                    case happy
                    case notSo = "NOT_SO"
                    case `default`
                }
                """
        )
    }

    @Test func identifier() throws {
        let spec = SpecText(schemas: "RunID: {type: string, x-apigen-identifier: {replace: {/: '~'}, reserved: [last]}}")
        #expect(
            try spec.swift("Types/RunID.swift") == """
                public struct RunID: Identifier {
                    public let rawValue: String
                    public init(rawValue: String) {
                        self.rawValue = Self.rules.normalized(rawValue)
                    }
                    public static let rules = IdentifierRules(replacing: ["/": "~"], reserved: ["last"])
                }
                """
        )
    }

    @Test func hostileTextStaysText() throws {
        let spec = SpecText(
            schemas: """
                A:
                  type: object
                  description: "*/ \\\\(x) \\n\\n```\\n\\u0007 end"
                  properties:
                    "a\\"b": {type: string, description: "ends */"}
                    "\\\\(x)": {type: string}
                    "😀": {type: string}
                    "": {type: string}
                    "../x": {type: string}
                """
        )
        let text = try spec.swift("Types/A.swift")
        #expect(text.contains(#"a\"b"#))
        #expect(text.contains(#"\\(x)"#))
        #expect(text.contains("😀"))
        #expect(text.contains("public var aB: String?"))
        #expect(text.contains("public var x: String?"))
        #expect(!text.contains("*/"))
    }
}
