import OpenAPIDocument
import SpecDiagnostics

extension TypeResolver {
    /// A set of strings or integers; values of other kinds are not checked.
    func enumeration(_ schema: Schema, values: [SpecValue], claim: () -> String) -> TypeReference {
        let isInteger = values.allSatisfy { $0.integer != nil }
        guard isInteger || values.allSatisfy({ $0.string != nil }) else {
            if values.allSatisfy({ $0.bool != nil }) { return .bool }
            return .json
        }
        let name = claim()
        var taken: Set<String> = ["rawValue", "knownValues", "allCases", "hashValue"]
        var seen: Set<String> = []
        var cases: [Enumeration.Case] = []
        for (index, value) in values.enumerated() {
            let wire = value.string ?? value.integer.map(String.init) ?? ""
            guard seen.insert(wire).inserted else { continue }
            let chosen = schema.valueNames.indices.contains(index) ? schema.valueNames[index] : nil
            var swift = chosen ?? (isInteger ? "value\(wire.replacing("-", with: "Minus"))" : Name.lowerCamel(wire))
            if !Name.isUsable(swift) { swift = wire.isEmpty ? "empty" : "value\(index + 1)" }
            while taken.contains(swift) { swift += "\(index + 1)" }
            taken.insert(swift)
            let description = schema.valueDescriptions.indices.contains(index) ? schema.valueDescriptions[index] : nil
            cases.append(.init(name: Name(wire: wire, swift: swift), documentation: description?.onOneLine))
        }
        registry.declare(
            .enumeration(
                Enumeration(
                    name: name,
                    documentation: Documentation(description: schema.description ?? schema.title, quirks: schema.quirks),
                    cases: cases,
                    isInteger: isInteger,
                    isNamed: isInteger && schema.isOpen == true && schema.types.contains("string"),
                    folding: folding(of: cases, in: schema, isInteger: isInteger),
                    isOpen: schema.isOpen ?? false,
                    location: schema.location,
                    isOpenBySpecification: schema.isOpen
                )
            )
        )
        return .named(name)
    }

    /// Values that are the same in any case of letters are all brought to the case that the document writes them in.
    private func folding(of cases: [Enumeration.Case], in schema: Schema, isInteger: Bool) -> Enumeration.CaseFolding? {
        guard schema.isCaseInsensitive else { return nil }
        let values = cases.map(\.name.wire)
        if !isInteger, schema.isOpen == true {
            if values.allSatisfy({ $0 == $0.lowercased() }) { return .lower }
            if values.allSatisfy({ $0 == $0.uppercased() }) { return .upper }
        }
        let wayOut = "use it where 'x-apigen-open' is true and all values are strings in lower case, or all in upper case"
        diagnostics.error(.unsupported("'x-apigen-case-insensitive' here", wayOut: wayOut), at: schema.location)
        return nil
    }
}
