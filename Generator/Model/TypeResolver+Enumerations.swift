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
                    isOpen: schema.isOpen ?? false,
                    location: schema.location,
                    isOpenBySpecification: schema.isOpen
                )
            )
        )
        return .named(name)
    }
}
