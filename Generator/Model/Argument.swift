/// An argument of an initializer or a method.
package struct Argument: Sendable {
    /// The name inside the function.
    package let name: String
    /// The name of the stored property it sets.
    package let memberName: String
    package let type: TypeReference
    /// What it is if a call leaves it out; nil where it must be given.
    package let defaultValue: String?
    package let documentation: Documentation
    package let schema: SchemaSummary?
    /// Whether a call leaves the label out.
    package internal(set) var isUnlabelled = false

    /// A member of an object.
    package init(_ property: Property) {
        name = property.name.identifier
        memberName = property.name.identifier
        type = property.fullType
        defaultValue = property.isOptional ? "nil" : property.nullIsEmpty ? "[]" : nil
        documentation = property.documentation
        schema = property.schema
    }

    /// A parameter of an operation.
    package init(_ parameter: Parameter) {
        name = parameter.name.identifier
        memberName = parameter.name.identifier
        type = parameter.fullType
        defaultValue = parameter.isRequired ? nil : "nil"
        documentation = parameter.documentation
        schema = parameter.schema
    }

    /// The body of an operation as a whole.
    package init(_ body: Body) {
        name = body.name.identifier
        memberName = "body"
        type = body.fullType
        defaultValue = body.isRequired ? nil : "nil"
        documentation = body.documentation
        schema = nil
    }

    /// Whether a call may leave it out.
    package var isOptional: Bool { defaultValue != nil }

    /// How a call names it, without backticks; `_` where it does not.
    package var label: String { isUnlabelled ? "_" : name.filter { $0 != "`" } }
}

extension [Argument] {
    /// What must be given first, each group in the order of the document.
    package var inCallOrder: [Argument] { filter { !$0.isOptional } + filter(\.isOptional) }
}

extension Operation {
    /// The arguments of the request value.
    package var arguments: [Argument] {
        parameters.map { Argument($0) } + (body.map { [Argument($0)] } ?? [])
    }

    /// What a caller of a method gives: a flattened body counts by its members, and pages are chosen later.
    package func arguments(of method: FlatMethod) -> [Argument] {
        let parameters = parameters.filter { $0.name.identifier != pagination?.page }
        var arguments = parameters.map { Argument($0) }
        if let body {
            arguments += body.flattened.map { $0.properties.filter(method.shows).map { Argument($0) } } ?? [Argument(body)]
        }
        // A call that names one thing reads as such: `get(id)`.
        let inPath = parameters.filter { $0.place == .path }
        if inPath.count == 1, let index = arguments.firstIndex(where: { $0.name == inPath[0].name.identifier }) {
            arguments[index].isUnlabelled = true
        } else if let body, body.flattened == nil, inPath.isEmpty,
            let index = arguments.firstIndex(where: { $0.memberName == "body" })
        {
            arguments[index].isUnlabelled = true
        }
        return arguments.filter(\.isUnlabelled) + arguments.filter { !$0.isUnlabelled }.inCallOrder
    }
}
