import SpecDiagnostics

/// Reads the members of one object of the specification, and reports those nobody asked for.
struct ObjectReader {
    /// What the object is called in the OpenAPI specification.
    let name: String
    let value: SpecValue
    let parser: DocumentParser
    private let members: [SpecValue.Member]
    private var known: [String] = []

    init(_ value: SpecValue, _ name: String, parser: DocumentParser) {
        self.name = name
        self.value = value
        self.parser = parser
        members = value.members ?? []
        if value.members == nil {
            parser.diagnostics.error(.wrongType(of: name, expected: "an object", found: value.kindName), at: value.location)
        }
    }

    /// The member as written.
    mutating func value(_ key: String) -> SpecValue? {
        known.append(key)
        return members.first { $0.key == key }?.value
    }

    mutating func string(_ key: String) -> String? {
        typed(key, "a string") { value in
            switch value.kind {
            case .string(let text): text
            // Versions and names that look like numbers are often left without quotes.
            case .integer(let number): String(number)
            case .number(let number): "\(number)"
            default: nil
            }
        }
    }

    mutating func requiredString(_ key: String) -> String {
        if let text = string(key) { return text }
        if value.members != nil, !members.contains(where: { $0.key == key }) {
            parser.diagnostics.error(.missingKey(key, in: name), at: value.location)
        }
        return ""
    }

    mutating func bool(_ key: String) -> Bool? { typed(key, "a boolean") { $0.bool } }
    mutating func integer(_ key: String) -> Int? { typed(key, "an integer") { $0.integer.flatMap { Int(exactly: $0) } } }
    mutating func number(_ key: String) -> Double? { typed(key, "a number") { $0.number } }
    mutating func array(_ key: String) -> [SpecValue] { typed(key, "an array") { $0.elements } ?? [] }
    mutating func object(_ key: String) -> [SpecValue.Member] { typed(key, "an object") { $0.members } ?? [] }

    mutating func strings(_ key: String) -> [String] {
        array(key).compactMap { element in
            if element.string == nil {
                parser.diagnostics.error(
                    .wrongType(of: "an element of '\(key)'", expected: "a string", found: element.kindName),
                    at: element.location
                )
            }
            return element.string
        }
    }

    /// A member that must be one of a few words.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = string(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let allowed = Word.allCases.map(\.rawValue)
        parser.diagnostics.error(
            .unknownValue(text, of: "'\(key)'", allowed: allowed),
            at: members.first { $0.key == key }?.value.location ?? value.location
        )
        return nil
    }

    private mutating func typed<Result>(_ key: String, _ expected: String, _ convert: (SpecValue) -> Result?) -> Result? {
        guard let member = value(key) else { return nil }
        if let result = convert(member) { return result }
        if !member.isNull || expected == "a string" {
            parser.diagnostics.error(.wrongType(of: "'\(key)'", expected: expected, found: member.kindName), at: member.location)
        }
        return nil
    }

    /// Reports members that were not asked for. Extensions of other tools are let pass, misspelt ones of ours are not.
    func finish() {
        for member in members where !known.contains(member.key) {
            if member.key.hasPrefix("x-apigen-") {
                parser.diagnostics.error(
                    .unknownExtension(member.key, candidates: known.filter { $0.hasPrefix("x-apigen-") }),
                    at: member.location
                )
            } else if !member.key.hasPrefix("x-") {
                parser.diagnostics.warning(.unknownKey(member.key, in: name, candidates: known), at: member.location)
            }
        }
    }
}
