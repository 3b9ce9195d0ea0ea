import Foundation
import JSONBytes

/// One member of every kind, as generated code would have it.
struct Run: JSONModel {
    var id = RunID(rawValue: "")
    var status = RunStatus(rawValue: "")
    var format = Format.json
    var results = 0
    var total = 0
    var usage = Decimal()
    var score = 0.0
    var isPublic = false
    var startedAt = Date(timeIntervalSince1970: 0)
    var finishedAt: Date?
    var errorMessage: String?
    var tags: [String] = []
    var worker = Worker(placeholder: .value)
    var extra: JSONValue?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields(
        """
        slug
        status
        format
        results
        total_number_of_results
        usage
        score
        is_public
        started_at
        finished_at
        err_msg
        tags
        scraper
        extra
        """,
        optional: "err_msg\nextra"
    )

    mutating func members(_ coder: inout JSONCoder) {
        coder.value(&id)
        coder.value(&status)
        coder.value(&format)
        coder.integer(&results)
        coder.lenientInteger(&total)
        coder.decimal(&usage)
        coder.double(&score)
        coder.bool(&isPublic)
        coder.unixTime(&startedAt)
        coder.unixTime(&finishedAt, absent: 0)
        coder.string(&errorMessage, absent: "")
        coder.list(&tags, nullIsEmpty: true)
        coder.value(&worker)
        coder.value(&extra)
    }

    static let json = """
        {"slug":"run-1","status":"succeeded","format":"csv","results":37,"total_number_of_results":"38","usage":"1.25",\
        "score":4.5,\
        "is_public":true,"started_at":1723452345,"finished_at":0,"err_msg":"no é\\n😀","tags":["a","b"],\
        "scraper":{"slug":"maps","versions":[{"name":"v1"},{"name":"v2","note":null}]},"extra":{"deep":[1,{"x":-0.5e2}]}}
        """
}

struct Worker: JSONModel {
    var slug = ""
    var versions: [Version] = []
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("slug\nversions")

    mutating func members(_ coder: inout JSONCoder) {
        coder.string(&slug)
        coder.list(&versions)
    }
}

struct Version: JSONModel {
    var name = ""
    var note: String?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("name\nnote", optional: "note")

    mutating func members(_ coder: inout JSONCoder) {
        coder.string(&name)
        coder.string(&note)
    }
}

struct RunID: JSONStringValue {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }
}

struct RunStatus: JSONStringValue {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }

    static let succeeded = RunStatus(rawValue: "succeeded")
}

struct ErrorNumber: JSONIntegerValue {
    let rawValue: Int

    init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

enum Format: String, JSONClosedEnum, CaseIterable {
    case json, csv
}

enum Priority: Int, JSONClosedIntegerEnum {
    case low = 1
    case high = 9
}

/// A union told apart by a member.
enum Pet: JSONComposite {
    case cat(Cat)
    case dog(Dog)
    case unrecognized(JSONValue)

    static func read(from reader: inout JSONReader) throws(JSONError) -> Pet {
        switch reader.discriminator("kind") {
        case "cat": .cat(try reader.read(Cat.self))
        case "dog": .dog(try reader.read(Dog.self))
        default: .unrecognized(try reader.read(JSONValue.self))
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .cat(let value): value.write(to: &writer)
        case .dog(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

struct Cat: JSONModel {
    var kind = ""
    var lives = 0
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("kind\nlives")

    mutating func members(_ coder: inout JSONCoder) {
        coder.string(&kind)
        coder.integer(&lives)
    }
}

struct Dog: JSONModel {
    var kind = ""
    var breed: String?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("kind\nbreed", optional: "breed")

    mutating func members(_ coder: inout JSONCoder) {
        coder.string(&kind)
        coder.string(&breed)
    }
}

/// A union without a discriminating member.
enum LogLine: JSONComposite {
    case cat(Cat)
    case dog(Dog)
    case text(String)

    static func read(from reader: inout JSONReader) throws(JSONError) -> LogLine {
        if let text = reader.attempt(String.self) { return .text(text) }
        if let dog = reader.attempt(Dog.self, strict: true) { return .dog(dog) }
        return .cat(try reader.read(Cat.self))
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .cat(let value): value.write(to: &writer)
        case .dog(let value): value.write(to: &writer)
        case .text(let value): writer.string(value)
        }
    }
}

/// A type that contains itself.
struct Node: JSONModel {
    var name = ""
    @Boxed var parent: Node?
    var children: [Node] = []
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("name\nparent\nchildren", optional: "parent\nchildren")

    mutating func members(_ coder: inout JSONCoder) {
        coder.string(&name)
        coder.value(&parent)
        coder.list(&children)
    }
}

/// Every optional kind, and those with a form of their own.
struct Options: JSONModel {
    var flag: Bool?
    var count: Int?
    var small: Int32?
    var large: Int64?
    var lenient: Int?
    var ratio: Double?
    var price: Decimal?
    var link: URL?
    var bytes: Data?
    var date: Date?
    var milliseconds: Date?
    var any: Date?
    var list: [Int]?
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields(names, optional: names)

    private static let names: StaticString =
        "flag\ncount\nsmall\nlarge\nlenient\nratio\nprice\nlink\nbytes\ndate\nmilliseconds\nany\nlist"

    mutating func members(_ coder: inout JSONCoder) {
        coder.bool(&flag)
        coder.integer(&count, absent: -1)
        coder.integer(&small)
        coder.integer(&large)
        coder.lenientInteger(&lenient)
        coder.double(&ratio)
        coder.decimal(&price, absent: 0)
        coder.url(&link, absent: "")
        coder.base64(&bytes, absent: "")
        coder.dateTime(&date, absent: "")
        coder.unixTimeMilliseconds(&milliseconds, absent: 0)
        coder.unixTimeAny(&any)
        coder.list(&list)
    }
}

/// The error that reading `json` ends with.
func failure<T: JSONCodable>(_ type: T.Type, _ json: String, limits: JSONLimits = .init()) -> JSONError? {
    failure(type, Array(json.utf8), limits: limits)
}

func failure<T: JSONCodable>(_ type: T.Type, _ bytes: [UInt8], limits: JSONLimits = .init()) -> JSONError? {
    do throws(JSONError) {
        _ = try JSONReader.read(type, from: bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

func read<T: JSONCodable>(_ type: T.Type, _ json: String) throws(JSONError) -> T {
    try JSONReader.read(type, from: Array(json.utf8))
}

func written<T: JSONCodable>(_ value: T) throws(JSONError) -> String {
    String(decoding: try JSONWriter.bytes(of: value), as: UTF8.self)
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
