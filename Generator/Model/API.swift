import OpenAPIDocument
import SpecDiagnostics

/// An API with its references followed and its names and Swift types decided: all that renderers need to know.
public struct API: Sendable {
    public let settings: Settings
    public let title: String
    public let version: String
    public let summary: String
    public let description: String
    /// The first is the default.
    public let servers: [String]
    /// The ways to authenticate; the first is the default.
    public let security: [SecurityScheme]
    public let envelope: Envelope?
    public let errorCodes: [ErrorCode]
    public let quirks: [Quirk]
    /// In the order of the document.
    public let operations: [Operation]
    /// The top level of the client; each may hold others.
    public let resources: [Resource]
    /// In the order they were met.
    public let types: [TypeDeclaration]
}

/// A group of operations that the client offers under one name.
public struct Resource: Sendable {
    /// Such as `["runs", "last"]`; empty for the client itself.
    public let path: [String]
    /// The name of its Swift type.
    public let typeName: String
    public let documentation: Documentation
    public let operations: [Operation]
    public let children: [Resource]

    /// Its name in its parent.
    public var name: String { path.last ?? "" }
    /// Itself and everything below, from the top.
    public var flattened: [Resource] { [self] + children.flatMap(\.flattened) }
}

extension API {
    /// Every resource, parents before children.
    public var allResources: [Resource] { resources.flatMap(\.flattened) }

    /// The operation with an identifier.
    public func operation(_ id: String) -> Operation? { operations.first { $0.id == id } }

    /// The model with a name.
    public func model(_ name: String) -> Model? {
        for case .model(let model) in types where model.name == name { return model }
        return nil
    }

    /// The generated type with a name.
    public func type(_ name: String) -> TypeDeclaration? { types.first { $0.name == name } }
}
