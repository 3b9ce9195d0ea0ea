import SpecDiagnostics

extension Document {
    /// The Path Item Object.
    package struct PathItem: Sendable {
        package let path: String
        package let parameters: [Referenced<Parameter>]
        package let operations: [Operation]
        package let location: SourceLocation

        init?(path: String, _ written: SpecValue, at location: SourceLocation, parser: DocumentParser) {
            if path.hasPrefix("x-") { return nil }
            var value = written
            // A path item is usually the only thing a file says of a path, so a reference to it is followed at once.
            var visited: Set<String> = []
            while let text = value["$ref"] {
                guard let reference = parser.reference(text), let target = parser.target(of: reference) else { return nil }
                guard visited.insert(reference.key).inserted else {
                    parser.diagnostics.error(.referenceCycle(reference.text), at: text.location)
                    return nil
                }
                value = target
            }
            var object = ObjectReader(value, "a path item", parser: parser)
            self.path = path
            self.location = location
            let shared = object.array("parameters").map { parser.parameter($0) }
            parameters = shared
            operations = Operation.Method.allCases.compactMap { method in
                object.value(method.rawValue).map { Operation(method: method, $0, parser: parser) }
            }.sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
            for key in ["summary", "description", "servers"] { _ = object.value(key) }
            object.finish()
        }
    }
}
