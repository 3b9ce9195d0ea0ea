import OpenAPIDocument
import SpecDiagnostics

/// Arranges operations by their places in the client.
struct ResourceTree {
    let roots: [Resource]

    init(operations: [Operation], tags: [Document.Tag], registry: TypeRegistry, diagnostics: Diagnostics) {
        var groups: [[String]: [Operation]] = [:]
        var order: [[String]] = []
        for operation in operations {
            // A place exists with everything above it, even where that has no operation of its own.
            for length in 0...operation.resourcePath.count {
                let path = Array(operation.resourcePath.prefix(length))
                if groups[path] == nil {
                    groups[path] = []
                    order.append(path)
                }
            }
            groups[operation.resourcePath]?.append(operation)
        }
        let ofTheClient: Set<String> = [
            "configuration", "service", "with", "send", "response", "pages", "wait", "updates", "client",
        ]
        for path in order where path.count > 0 {
            let siblings = groups[Array(path.dropLast())] ?? []
            let methods = siblings.flatMap { Signature.all(of: $0, registry: registry) }.map(\.name)
            let isTaken = methods.contains(path[path.count - 1]) || ofTheClient.contains(path[path.count - 1])
            if isTaken, let location = operations.first(where: { $0.resourcePath.starts(with: path) })?.location {
                diagnostics.error(
                    .duplicateMethodName(path[path.count - 1], in: path.dropLast().joined(separator: ".")),
                    at: location
                )
            }
        }
        for path in order {
            var seen: [String: [Signature]] = [:]
            for signature in (groups[path] ?? []).flatMap({ Signature.all(of: $0, registry: registry) }) {
                let isTaken = seen[signature.name, default: []].contains { $0.isAmbiguous(with: signature) }
                if isTaken || (signature.name == "client" && !path.isEmpty) {
                    diagnostics.error(
                        .duplicateMethodName(signature.name, in: path.joined(separator: ".")),
                        at: signature.location
                    )
                }
                seen[signature.name, default: []].append(signature)
            }
        }
        let descriptions = Dictionary(
            tags.map { (($0.resource ?? Name.lowerCamel($0.name)).split(separator: ".").map(String.init), $0.description) }
        ) { first, _ in first }

        func resource(_ path: [String]) -> Resource {
            let name = path.map { Name.upperCamel($0) }.joined()
            let children = order.filter { $0.count == path.count + 1 && Array($0.prefix(path.count)) == path && !$0.isEmpty }
            let location = groups[path]?.first?.location ?? SourceLocation(file: "", line: 1, column: 1)
            return Resource(
                path: path,
                typeName: path.isEmpty ? "" : registry.claimSimilar(to: name + "Resource", at: location, suffix: "Group"),
                documentation: Documentation(description: descriptions[path] ?? nil),
                operations: groups[path] ?? [],
                children: children.map(resource)
            )
        }
        let root = resource([])
        roots =
            (root.operations.isEmpty
                ? []
                : [
                    Resource(
                        path: [],
                        typeName: "",
                        documentation: root.documentation,
                        operations: root.operations,
                        children: []
                    )
                ]) + root.children
    }
}
