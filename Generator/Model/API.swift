import OpenAPIDocument
import SpecDiagnostics

/// An API with its references followed and its names and Swift types decided: all that renderers need to know.
package struct API: Sendable {
    package let settings: Settings
    package let title: String
    package let version: String
    package let summary: String
    package let description: String
    /// The first is the default.
    package let servers: [String]
    /// The ways to authenticate; the first is the default.
    package let security: [SecurityScheme]
    package let envelope: Envelope?
    package let errorCodes: [ErrorCode]
    /// Every quirk of the document, ordered by number.
    package let quirks: [QuirkIndex.Entry]
    /// In the order of the document.
    package let operations: [Operation]
    /// The top level of the client; each may hold others.
    package let resources: [Resource]
    /// In the order they were met.
    package let types: [TypeDeclaration]
}

/// A group of operations that the client offers under one name.
package struct Resource: Sendable {
    /// Such as `["runs", "last"]`; empty for the client itself.
    package let path: [String]
    /// The name of its Swift type.
    package let typeName: String
    package let documentation: Documentation
    package let operations: [Operation]
    package let children: [Resource]

    /// Its name in its parent.
    package var name: String { path.last ?? "" }
    /// Itself and everything below, from the top.
    package var flattened: [Resource] { [self] + children.flatMap(\.flattened) }
}

extension API {
    /// Every resource, parents before children.
    package var allResources: [Resource] { resources.flatMap(\.flattened) }

    /// The operation with an identifier.
    package func operation(_ id: String) -> Operation? { operations.first { $0.id == id } }

    /// The model with a name.
    package func model(_ name: String) -> Model? {
        for case .model(let model) in types where model.name == name { return model }
        return nil
    }

    /// The generated type with a name.
    package func type(_ name: String) -> TypeDeclaration? { types.first { $0.name == name } }
}
