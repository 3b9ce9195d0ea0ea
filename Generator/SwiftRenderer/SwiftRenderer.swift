import APIModel

/// Renders the Swift files of an API: the client, the route table of a server, and the examples of the pages.
package struct SwiftRenderer {
    /// Makes a renderer; it keeps no state.
    package init() {}

    /// Every Swift file, in a fixed order.
    package func render(_ api: API) throws -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        if let folder = api.settings.clientFolder {
            files += try clientFiles(api).map { try $0.rendered(in: folder, of: api) }
        }
        if let folder = api.settings.routesFolder {
            files.append(try RouteTableFile(api).file().rendered(in: folder, of: api))
        }
        if let folder = api.settings.examplesFolder {
            files.append(try ExamplesFile(api).file().rendered(in: folder, of: api))
        }
        return files
    }

    private func clientFiles(_ api: API) throws -> [SwiftFile] {
        try [ClientFile(api).file()]
            + (api.errorCodes.isEmpty ? [] : [ErrorCodesFile(api).file()])
            + api.allResources.map { try ResourceFile($0, in: api).file() }
            + api.operations.map { try OperationFile($0, in: api).file() }
            + api.types.map(typeFile)
    }

    private func typeFile(_ type: TypeDeclaration) throws -> SwiftFile {
        switch type {
        case .model(let model): try ModelFile(model).file()
        case .enumeration(let enumeration): try EnumerationFile(enumeration).file()
        case .identifier(let identifier): try IdentifierFile(identifier).file()
        case .union(let union): try UnionFile(union).file()
        case .wrapper(let wrapper): try WrapperFile(wrapper).file()
        }
    }
}
