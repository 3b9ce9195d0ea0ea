import OpenAPIDocument
import SpecDiagnostics

extension TypeResolver {
    /// A type around any JSON, with a way to make one for each pointer.
    func wrapper(_ schema: Schema, claim: () -> String) -> TypeReference {
        let name = claim()
        let ways = schema.wrappers.compactMap { written -> Wrapper.Way? in
            guard Name.isUsable(written.key), !Self.namesOfEveryWrapper.contains(written.key) else {
                diagnostics.error(.unusableName(written.key), at: written.location)
                return nil
            }
            guard let path = written.value.string.flatMap(JSONPointer.names) else {
                diagnostics.error(
                    .wrongType(of: "'\(written.key)'", expected: "a JSON pointer such as '/a/b'", found: written.value.words),
                    at: written.value.location
                )
                return nil
            }
            return Wrapper.Way(name: Name(wire: written.key, swift: written.key), path: path)
        }
        registry.declare(
            .wrapper(
                Wrapper(
                    name: name,
                    documentation: Documentation(description: schema.description ?? schema.title, quirks: schema.quirks),
                    ways: ways,
                    location: schema.location
                )
            )
        )
        return .named(name)
    }

    /// Wrappers are for values of any kind: a type beside them leaves nothing to wrap.
    func checkIsFreeForm(_ schema: Schema) {
        let isFreeForm =
            schema.types.isEmpty && schema.properties.isEmpty && schema.items == nil && schema.enumeration == nil
            && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.additionalProperties == nil
        guard !isFreeForm, let first = schema.wrappers.first else { return }
        diagnostics.error(
            .unsupported("'x-apigen-wrappers' on a schema that is not free-form", wayOut: "remove the type or the wrappers"),
            at: first.location
        )
    }

    /// What Swift or every wrapper has already.
    private static let namesOfEveryWrapper: Set<String> = ["raw", "init", "self", "Self", "Type", "Protocol"]
}
