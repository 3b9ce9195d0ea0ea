extension ValueRule {
    /// The value that a parameter's texts stand for; text that is no such value stays a string, which the rule then refuses.
    ///
    /// The elements of an array are separated by commas, which is how the service reads them, or sent one by one.
    func value(of texts: [String]) -> JSON {
        if case .array(let element) = kind {
            return .array(texts.flatMap { $0.split(separator: ",") }.map { element.value(of: [String($0)]) })
        }
        guard let text = texts.first else { return .null }
        switch kind {
        case .integer: return Int64(text).map(JSON.integer) ?? .string(text)
        case .number: return Double(text).flatMap { $0.isFinite ? .double($0) : nil } ?? .string(text)
        case .boolean: return Bool(text).map(JSON.bool) ?? .string(text)
        case .object: return (try? JSON(parsing: Array(text.utf8))) ?? .string(text)
        case .any, .string, .array: return .string(text)
        }
    }

    /// Every pattern in this rule and the rules inside it.
    var patterns: [String] {
        switch kind {
        case .string(_, _, _, let pattern): pattern.map { [$0] } ?? []
        case .array(let element): element.patterns
        case .object(let properties, _, _): properties.flatMap(\.value.patterns)
        case .any, .boolean, .integer, .number: []
        }
    }
}
