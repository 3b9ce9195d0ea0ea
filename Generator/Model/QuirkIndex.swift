import OpenAPIDocument

/// Every quirk of a document, wherever it stands, with the operations it concerns.
package struct QuirkIndex {
    package struct Entry: Sendable {
        package let quirk: Quirk
        /// Whether it is about the service as a whole.
        package let concernsAll: Bool
        /// The operations in whose parameters, bodies, answers or callbacks it stands, in the order of the document.
        package let operations: [Operation]
    }

    private let document: Document
    private var found: [Quirk] = []
    private var concerned: [Quirk: [Int]] = [:]
    private var visited: Set<ObjectIdentifier> = []

    /// Ordered by number, each once.
    package private(set) var entries: [Entry] = []

    init(_ document: Document, operations: [Operation]) {
        self.document = document
        guard document.hasQuirks else { return }
        let written = document.paths.flatMap { item in item.operations.map { (item, $0) } }
        for (index, (item, operation)) in written.enumerated() where operations.indices.contains(index) {
            visited = []
            visit(operation, in: item, index)
        }
        for key in document.componentSchemas {
            if let schema = document.schemas[key] { visit(schema, nil) }
        }
        let general = document.quirks.map(Quirk.init)
        add(document.quirks, nil)
        entries = found.sorted { $0.order < $1.order }.map { quirk in
            let indices = concerned[quirk] ?? []
            return Entry(
                quirk: quirk,
                concernsAll: general.contains(quirk) || (indices.count == operations.count && indices.count > 1),
                operations: indices.map { operations[$0] }
            )
        }
    }

    private mutating func add(_ quirks: [Document.Quirk], _ operation: Int?) {
        for quirk in quirks.map(Quirk.init) {
            if concerned[quirk] == nil {
                found.append(quirk)
                concerned[quirk] = []
            }
            if let operation, concerned[quirk]?.last != operation { concerned[quirk]?.append(operation) }
        }
    }

    // MARK: Visits

    private mutating func visit(_ operation: Document.Operation, in item: Document.PathItem, _ index: Int) {
        add(operation.quirks, index)
        for parameter in (item.parameters + operation.parameters).compactMap({ find($0, in: document.parameters) }) {
            add(parameter.quirks, index)
            visit(parameter.schema, index)
            visit(parameter.content, index)
        }
        if let body = operation.requestBody.flatMap({ find($0, in: document.requestBodies) }) { visit(body.content, index) }
        for response in operation.responses.compactMap({ find($0.response, in: document.responses) }) {
            add(response.quirks, index)
            visit(response.content, index)
            for header in response.headers { visit(find(header.header, in: document.headers)?.schema, index) }
        }
        for callback in operation.callbacks.compactMap({ find($0.callback, in: document.callbacks) }) {
            for item in callback.items {
                for operation in item.operations { visit(operation, in: item, index) }
            }
        }
    }

    private mutating func visit(_ content: [Document.MediaType], _ index: Int) {
        for media in content { visit(media.schema, index) }
    }

    private mutating func visit(_ schema: Document.Schema?, _ index: Int?) {
        guard let schema, visited.insert(ObjectIdentifier(schema)).inserted else { return }
        add(schema.quirks, index)
        if let reference = schema.reference { visit(document.schemas[reference.key], index) }
        for property in schema.properties { visit(property.schema, index) }
        for part in schema.allOf + schema.oneOf + schema.anyOf { visit(part, index) }
        visit(schema.items, index)
        if case .schema(let value)? = schema.additionalProperties { visit(value, index) }
    }

    private func find<Object>(_ referenced: Document.Referenced<Object>, in store: [String: Object]) -> Object? {
        switch referenced {
        case .inline(let object): object
        case .reference(let reference): store[reference.key]
        }
    }
}

extension Quirk {
    /// Its place among the others: `Q9` goes before `Q10`.
    fileprivate var order: (String, Int, String, String) {
        let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        return (String(id.dropLast(digits.count)), Int(String(digits)) ?? 0, id, fact)
    }
}
