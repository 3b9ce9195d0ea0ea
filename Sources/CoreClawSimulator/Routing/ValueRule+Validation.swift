extension ValueRule {
    /// Every way in which a value breaks the rule, in the service's words and in the rule's order; empty when it passes.
    func problems(of value: JSON, named name: String) -> [String] {
        if case .null = value {
            if case .any = kind { return [] }
            return isNullable ? [] : ["\(name) must not be null"]
        }
        switch (kind, value) {
        case (.any, _), (.boolean, .bool): return []
        case (.integer(let minimum, let maximum, let values), .integer(let number)):
            return Self.bounds(minimum.map(Int64.init), maximum.map(Int64.init), of: number, named: name)
                + Self.choice(values?.map(Int64.init), number, named: name)
        case (.number(let minimum, let maximum), .integer(let number)):
            return Self.bounds(minimum, maximum, of: Double(number), named: name)
        case (.number(let minimum, let maximum), .double(let number)):
            return Self.bounds(minimum, maximum, of: number, named: name)
        case (.string(let values, let minimum, let maximum, let pattern), .string(let text)):
            return Self.choice(values, text, named: name) + Self.length(minimum, maximum, of: text, named: name)
                + Self.match(pattern, text, named: name)
        case (.array(let element), .array(let elements)):
            return elements.enumerated().flatMap { element.problems(of: $1, named: "\(name)[\($0)]") }
        case (.object(let properties, let required, let isClosed), .object(let members)):
            return Self.problems(of: members, properties: properties, required: required, isClosed: isClosed, named: name)
        default: return ["\(name) must be \(expectation)"]
        }
    }

    private var expectation: String {
        switch kind {
        case .any: "a value"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    private static func problems(
        of members: [JSON.Member],
        properties: KeyValuePairs<String, ValueRule>,
        required: [String],
        isClosed: Bool,
        named name: String
    ) -> [String] {
        func path(_ member: String) -> String { name.isEmpty ? member : "\(name).\(member)" }
        let missing = required.filter { name in !members.contains { $0.name == name } }
        let unknown = members.filter { member in isClosed && !properties.contains { $0.key == member.name } }
        let broken = properties.flatMap { property in
            members.filter { $0.name == property.key }.flatMap { property.value.problems(of: $0.value, named: path($0.name)) }
        }
        return missing.map { "\(path($0)) is required" } + broken + unknown.map { "\(path($0.name)) is not allowed" }
    }

    private static func bounds<Number: Comparable>(
        _ minimum: Number?,
        _ maximum: Number?,
        of number: Number,
        named name: String
    ) -> [String] {
        if let minimum, number < minimum { return ["\(name) must be at least \(minimum)"] }
        if let maximum, number > maximum { return ["\(name) must be at most \(maximum)"] }
        return []
    }

    private static func length(_ minimum: Int?, _ maximum: Int?, of text: String, named name: String) -> [String] {
        let length = text.unicodeScalars.count
        if let minimum, length < minimum { return ["\(name) must have at least \(minimum) characters"] }
        if let maximum, length > maximum { return ["\(name) must have at most \(maximum) characters"] }
        return []
    }

    private static func choice<Value: Equatable>(_ values: [Value]?, _ value: Value, named name: String) -> [String] {
        guard let values, !values.contains(value) else { return [] }
        return ["\(name) must be one of \(values.map { "\($0)" }.joined(separator: ", "))"]
    }

    private static func match(_ pattern: String?, _ text: String, named name: String) -> [String] {
        // Patterns are compiled once when a simulator starts, so one that does not compile never gets here.
        guard let pattern, let regex = try? Regex(pattern), text.firstMatch(of: regex) == nil else { return [] }
        return ["\(name) must match \(pattern)"]
    }
}
