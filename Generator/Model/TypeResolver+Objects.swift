import OpenAPIDocument
import SpecDiagnostics

extension TypeResolver {
    /// The members of an object, those of `allOf` included.
    struct Members {
        var properties: [(name: String, schema: Schema, location: SourceLocation)] = []
        var required: Set<String> = []
        var additional: Schema.AdditionalProperties?

        /// A later mention of a member refines an earlier one.
        mutating func add(_ property: (name: String, schema: Schema, location: SourceLocation)) {
            if let index = properties.firstIndex(where: { $0.name == property.name }) {
                properties[index] = property
            } else {
                properties.append(property)
            }
        }
    }

    func members(of schema: Schema) -> Members {
        guard let schema = target(of: schema) else { return Members() }
        if let known = knownMembers[ObjectIdentifier(schema)] { return known }
        // An object that is made of itself has no members beyond those it has anyway.
        knownMembers[ObjectIdentifier(schema)] = Members()
        let members = ownMembers(of: schema)
        knownMembers[ObjectIdentifier(schema)] = members
        return members
    }

    private func ownMembers(of schema: Schema) -> Members {
        var members = Members()
        for part in schema.allOf {
            let inner = self.members(of: part)
            for property in inner.properties { members.add(property) }
            members.required.formUnion(inner.required)
            members.additional = inner.additional ?? members.additional
        }
        for property in schema.properties { members.add(property) }
        members.required.formUnion(schema.required)
        members.additional = schema.additionalProperties ?? members.additional
        return members
    }

    /// A model, or a dictionary where no members are named.
    func object(_ schema: Schema, claim: () -> String, name: String) -> TypeReference {
        let members = members(of: schema)
        if members.properties.isEmpty {
            if case .schema(let value) = members.additional {
                let resolved = resolve(value, name: name + "Value")
                let type = resolved.type.asElement
                return .dictionary(resolved.isNullable && type != .json ? .optional(type) : type)
            }
            return .object
        }
        let name = claim()
        var taken: Set<String> = ["unknownMembers", "fields", "members", "hashValue", "self", "coder"]
        let properties = members.properties.filter { canBeNamed($0.name, at: $0.location) }.map { property in
            self.property(
                property.name,
                property.schema,
                of: name,
                isRequired: members.required.contains(property.name),
                taken: &taken
            )
        }
        let shorthand = schema.shorthand?.string.flatMap { wire in properties.first { $0.name.wire == wire } }
        let description = schema.description ?? schema.allOf.lazy.compactMap { self.target(of: $0)?.description }.first
        registry.declare(
            .model(
                Model(
                    name: name,
                    documentation: Documentation(description: description ?? schema.title, quirks: schema.quirks),
                    properties: properties,
                    location: schema.location,
                    shorthand: shorthand?.name
                )
            )
        )
        return .named(name)
    }

    /// The names of members stand in one text, a line each. Who is called nothing at all, or something with line breaks, stays unknown.
    private func canBeNamed(_ wire: String, at location: SourceLocation) -> Bool {
        let isNameable = !wire.isEmpty && !wire.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if !isNameable { diagnostics.warning(.unusableName(wire), at: location) }
        return isNameable
    }

    private func property(_ wire: String, _ schema: Schema, of model: String, isRequired: Bool, taken: inout Set<String>)
        -> Property
    {
        let target = target(of: schema)
        let resolved = resolve(schema, name: model + Name.upperCamel(wire))
        var name = Name.member(wire, renamed: schema.swiftName(besides: target))
        if name.swift.isEmpty || !Name.isUsable(name.swift) {
            name = Name(wire: wire, swift: "member\(taken.count)")
        }
        if taken.contains(name.swift) {
            if schema.swiftName != nil { diagnostics.error(.duplicateMemberName(name.swift, in: model), at: schema.location) }
            name = Name(wire: wire, swift: name.swift + "Member")
        }
        while taken.contains(name.swift) { name = Name(wire: wire, swift: name.swift + "_") }
        taken.insert(name.swift)

        let type = resolved.type
        let emptyDefault = (schema.defaultValue ?? target?.defaultValue)?.elements?.isEmpty == true
        var isList = false
        if case .array = type { isList = true }
        let nullIsEmpty = isList && resolved.isNullable && emptyDefault
        let absent = absentValue(schema.absent ?? target?.absent, of: type)
        let isOptional = !nullIsEmpty && (!isRequired || resolved.isNullable || absent != nil)
        return Property(
            name: name,
            documentation: Documentation(
                description: schema.description ?? target?.description,
                quirks: schema.quirks
            ),
            type: type,
            isNullable: resolved.isNullable,
            isOptional: isOptional,
            isRequired: isRequired,
            absent: absent,
            nullIsEmpty: nullIsEmpty,
            isDeprecated: schema.isDeprecated,
            schema: summary(schema)
        )
    }
}

extension TypeResolver {
    /// The value that means "not set", if it is one that the type can have on the wire.
    private func absentValue(_ written: SpecValue?, of type: TypeReference) -> Literal? {
        guard let written, let literal = Literal(written) else { return nil }
        switch (literal, type) {
        case (.string, .string), (.integer, .int), (.integer, .int32), (.integer, .int64), (.integer, .lenientInt),
            (.integer, .lenientInt64),
            (.integer, .date):
            return literal
        default:
            diagnostics.error(
                .wrongType(of: "'x-apigen-absent'", expected: "a value of type \(type.spelling)", found: written.kindName),
                at: written.location
            )
            return nil
        }
    }
}

extension TypeResolver {
    /// A bare string can stand for an object only if it says one string member, and nothing else is demanded.
    func checkShorthand(_ written: SpecValue, of schema: Schema, types: [String]) {
        let members = members(of: schema)
        let wire = written.string ?? ""
        guard let member = members.properties.first(where: { $0.name == wire }) else {
            let candidates = members.properties.map(\.name)
            return diagnostics.error(.unknownMember(wire, of: "the object", candidates: candidates), at: written.location)
        }
        let isString = target(of: member.schema).map { $0.types == ["string"] && $0.enumeration == nil } ?? false
        if !isString || Set(types) != ["object", "string"] || !members.required.subtracting([wire]).isEmpty {
            let wayOut = "give the schema the types object and string, and demand no member beside this one, which is a string"
            diagnostics.error(.unsupported("this 'x-apigen-shorthand'", wayOut: wayOut), at: written.location)
        }
    }
}

extension Document.Schema {
    /// Whether 0 and 1 stand for false and true (`format: boolean` on an integer).
    var isFlag: Bool { format == "boolean" && types.filter { $0 != "null" } == ["integer"] }
}

extension Document.Schema {
    /// The Swift name given to a member, as opposed to one given to its type.
    fileprivate func swiftName(besides target: Document.Schema?) -> String? {
        if reference != nil { return swiftName }
        // On what becomes a type of its own the name is the type's.
        let isSet = enumeration != nil && !isFlag
        let isType = !properties.isEmpty || isSet || !(oneOf + anyOf + allOf).isEmpty || !wrappers.isEmpty
        return isType ? nil : swiftName
    }
}
