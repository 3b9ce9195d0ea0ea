import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

/// The file of a resource: the operations under one name, each as a method that makes the request and sends it.
struct ResourceFile {
    private let resource: Resource
    private let api: API

    init(_ resource: Resource, in api: API) {
        self.resource = resource
        self.api = api
    }

    func file() throws -> SwiftFile {
        let methods = try resource.operations.flatMap { try MethodDeclaration($0, in: api, client: client).declarations() }
        let needsFoundation = resource.operations.contains { operation in
            operation.parameters.contains { $0.type.needsFoundation } || operation.output.type.needsFoundation
                || operation.body?.type.needsFoundation == true
                || operation.body?.flattened?.properties.contains { $0.type.needsFoundation } == true
        }
        let source = resource.flattened.lazy.flatMap(\.operations).first?.location.file ?? api.settings.document
        return SwiftFile(
            path: resource.path.isEmpty
                ? "Resources/\(api.settings.client)+Operations.swift" : "Resources/\(resource.typeName).swift",
            source: source,
            imports: (needsFoundation ? ["Foundation"] : []) + ["APIRuntime", "JSONBytes"],
            declarations: try resource.path.isEmpty ? [clientExtension(methods)] : [structure(methods), accessor()]
        )
    }

    private var client: String { resource.path.isEmpty ? "self" : "client" }

    private func clientExtension(_ methods: [DeclSyntax]) throws -> DeclSyntax {
        try DeclSyntax.type("extension \(api.settings.client)", members: methods.members)
    }

    private func structure(_ methods: [DeclSyntax]) throws -> DeclSyntax {
        let client = DeclSyntax("let client: \(raw: api.settings.client)")
        let members = [client] + methods
        return try DeclSyntax.type("public struct \(resource.typeName): Sendable", members: members.members).documented(
            DocComment(resource.documentation, orElse: "The operations of `\(resource.path.joined(separator: "."))`."),
            indent: 0
        )
    }

    /// The property through which the client, or the resource above, offers it.
    private func accessor() throws -> DeclSyntax {
        let parent = api.allResources.first { $0.path == Array(resource.path.dropLast()) && !$0.path.isEmpty }
        let argument = parent == nil ? "self" : "client"
        let property = DeclSyntax(
            "public var \(raw: Name.escaped(resource.name)): \(raw: resource.typeName) { \(raw: resource.typeName)(client: \(raw: argument)) }"
        ).documented(DocComment(resource.documentation, orElse: "The operations of `\(resource.path.joined(separator: "."))`."))
        return try DeclSyntax.type("extension \(parent?.typeName ?? api.settings.client)", members: [property].members)
    }
}
