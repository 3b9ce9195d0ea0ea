/// A documented name in each spelling: `worker_id` on the wire, `workerID` in Swift.
package struct Name: Hashable, Sendable {
    /// As the service spells it.
    package let wire: String
    /// As Swift spells it, without the backticks a keyword needs.
    package let swift: String

    /// Pairs the spellings.
    package init(wire: String, swift: String) {
        self.wire = wire
        self.swift = swift
    }

    /// A property, parameter or method: `workerID`.
    static func member(_ wire: String, renamed: String? = nil) -> Name {
        Name(wire: wire, swift: renamed ?? lowerCamel(wire))
    }

    /// The Swift spelling with backticks where it is a keyword.
    package var identifier: String { Self.escaped(swift) }
}

extension Name {
    /// `worker_id` as `WorkerID`.
    static func upperCamel(_ text: String) -> String {
        startable(words(text).map(capitalized).joined())
    }

    /// `worker_id` as `workerID`.
    static func lowerCamel(_ text: String) -> String {
        let words = words(text)
        guard let first = words.first else { return "" }
        return startable(first + words.dropFirst().map(capitalized).joined())
    }

    private static func capitalized(_ word: String) -> String {
        acronyms.contains(word) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
    }

    /// The words of a name in any of the usual spellings, in lower case, letters and digits of ASCII only.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: Character = " "
        let characters = Array(signs(text).filter { $0 != "'" })
        for (index, character) in characters.enumerated() {
            guard character.isASCII, character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                previous = " "
                continue
            }
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let startsWord =
                character.isUppercase && (previous.isLowercase || previous.isNumber || (previous.isUppercase && next.isLowercase))
            // `HTTPServer` has two words, `IDs` has one.
            if startsWord, !word.isEmpty, !(next == "s" && previous.isUppercase) {
                words.append(word)
                word = ""
            }
            word.append(Character(character.lowercased()))
            previous = character
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func signs(_ text: String) -> String {
        switch text.first {
        case "+": "plus " + text.dropFirst()
        case "-" where text.dropFirst().first?.isNumber == true: "minus " + text.dropFirst()
        default: text
        }
    }

    private static func startable(_ name: String) -> String {
        name.first?.isNumber == true ? "_" + name : name
    }

    private static let acronyms: Set<String> = [
        "api", "csv", "html", "http", "https", "id", "ip", "json", "rss", "sql", "ssl", "tls", "ui", "uri", "url", "utc", "uuid",
        "xml",
    ]

    /// A name with backticks where Swift would take it for a keyword.
    package static func escaped(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    private static let keywords: Set<String> = [
        "Any", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
        "inout",
        "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
        "while",
    ]

    /// Whether a text can stand in Swift as a name.
    static func isUsable(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter || first == "_", name.contains(where: { $0 != "_" }) else {
            return false
        }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Types that every Swift file sees; one of ours by the same name would hide them.
    static let standardTypes: Set<String> = [
        "Actor", "Any", "AnyObject", "Array", "Bool", "Bundle", "Calendar", "Character", "Clock", "Codable", "Collection",
        "Comparable", "Data",
        "Date", "DateInterval", "Decimal", "Decodable", "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder",
        "Equatable",
        "Error", "Executor", "Float", "Hashable", "Identifiable", "Int", "Int32", "Int64", "Iterator", "KeyPath", "Locale",
        "Measurement",
        "Mirror", "Never", "Notification", "Operation", "Optional", "Process", "Progress", "Protocol", "Range", "Result", "Self",
        "Sendable",
        "Sequence", "Set",
        "Stream", "StaticString", "String", "Substring", "Task", "TaskGroup", "Thread", "Timer", "TimeZone", "Type", "UInt",
        "Unit", "URL",
        "URLRequest", "URLSession", "UUID", "Void",
    ]

    /// Types of the runtime that generated files name; one of ours by the same name would be taken for them.
    static let runtimeTypes: Set<String> = [
        "APIClient", "APIError", "APIErrorCode", "APIOperation", "APIResponse", "Boxed", "ClientConfiguration", "Element",
        "EnvelopeDescriptor",
        "ErrorCode", "Identifier", "IdentifierRules", "JSONClosedEnum", "JSONClosedIntegerEnum", "JSONCodable", "JSONCoder",
        "JSONComposite",
        "JSONError", "JSONFields", "JSONIntegerValue", "JSONModel", "JSONNamedValue", "JSONObject", "JSONShorthandModel",
        "JSONPlaceholder", "JSONReader",
        "JSONStringValue", "JSONValue",
        "JSONWrapper", "JSONWriter", "Nullable", "OperationDescriptor", "Output", "PagedSequence", "PaginatedOperation",
        "Pagination", "ParameterValue",
        "RequestEncoder",
        "ResponseDecoder", "ServiceDescriptor", "UploadFile", "WaitableOperation", "Waiter", "WaiterUpdates",
    ]
}

extension Name {
    /// The words of a name, in lower case but for acronyms: for titles.
    package static func titleWords(_ text: String) -> [String] {
        words(text).map { acronyms.contains($0) ? $0.uppercased() : $0 }
    }
}
