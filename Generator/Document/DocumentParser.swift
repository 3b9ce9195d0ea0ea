import SpecDiagnostics

/// Reads the files of a document, and once only each object that a reference leads to.
final class DocumentParser {
    /// Gives the text of a file, by its path.
    typealias FileReader = (_ path: String) throws -> String

    let diagnostics: Diagnostics
    private let readFile: FileReader
    private(set) var sources: [String: String] = [:]
    private var files: [String: SpecValue] = [:]
    private var pending: [() -> Void] = []

    var schemas: [String: Document.Schema] = [:]
    var parameters: [String: Document.Parameter] = [:]
    var responses: [String: Document.Response] = [:]
    var requestBodies: [String: Document.RequestBody] = [:]
    var headers: [String: Document.Header] = [:]
    var examples: [String: Document.Example] = [:]
    var links: [String: Document.Link] = [:]
    var callbacks: [String: Document.Callback] = [:]
    /// Whether any object of the document has a quirk.
    var hasQuirks = false
    /// Whether what is being read belongs to a callback, whose operations have none of their own.
    private(set) var isWithinCallback = false

    init(diagnostics: Diagnostics, readFile: @escaping FileReader) {
        self.diagnostics = diagnostics
        self.readFile = readFile
    }

    /// The whole content of a file, read once.
    func file(_ path: String, from location: SourceLocation?) -> SpecValue? {
        if let value = files[path] { return value }
        do {
            let text = try readFile(path)
            sources[path] = text
            let value = SpecValue.parse(text, file: path, reporting: diagnostics)
            files[path] = value
            return value
        } catch {
            let here = location ?? SourceLocation(file: path, line: 1, column: 1)
            diagnostics.error(.unreadableFile(path: path, reason: "\(error)"), at: here)
            return nil
        }
    }

    /// Reads what the references seen so far lead to, until nothing new turns up.
    func finish() {
        var next = 0
        while next < pending.count {
            pending[next]()
            next += 1
        }
    }

    // MARK: References

    func schema(_ value: SpecValue) -> Document.Schema { Document.Schema(value, parser: self) }

    func parameter(_ value: SpecValue) -> Document.Referenced<Document.Parameter> {
        referenced(value, in: \.parameters) { Document.Parameter($0, parser: $1) }
    }
    func response(_ value: SpecValue) -> Document.Referenced<Document.Response> {
        referenced(value, in: \.responses) { Document.Response($0, parser: $1) }
    }
    func requestBody(_ value: SpecValue) -> Document.Referenced<Document.RequestBody> {
        referenced(value, in: \.requestBodies) { Document.RequestBody($0, parser: $1) }
    }
    func header(_ value: SpecValue) -> Document.Referenced<Document.Header> {
        referenced(value, in: \.headers) { Document.Header($0, parser: $1) }
    }
    func example(_ value: SpecValue) -> Document.Referenced<Document.Example> {
        referenced(value, in: \.examples) { Document.Example($0, parser: $1) }
    }
    func link(_ value: SpecValue) -> Document.Referenced<Document.Link> {
        referenced(value, in: \.links) { Document.Link($0, parser: $1) }
    }

    func callback(_ value: SpecValue) -> Document.Referenced<Document.Callback> {
        referenced(value, in: \.callbacks) { Document.Callback($0, parser: $1) }
    }

    /// Reads what belongs to a callback.
    func withinCallback<Result>(_ read: () -> Result) -> Result {
        let outer = isWithinCallback
        isWithinCallback = true
        defer { isWithinCallback = outer }
        return read()
    }

    /// Notes that a schema is to be read where a reference leads to.
    func schemaReference(_ text: SpecValue) -> Document.Reference? {
        reference(text, in: \.schemas) { Document.Schema($0, parser: $1) }
    }

    /// Puts an object of `components` where references to it look for it.
    func define<Object>(
        _ value: SpecValue,
        at key: String,
        in store: ReferenceWritableKeyPath<DocumentParser, [String: Object]>,
        _ parse: @escaping (SpecValue, DocumentParser) -> Object
    ) {
        if self[keyPath: store][key] == nil { self[keyPath: store][key] = parse(value, self) }
    }

    private func referenced<Object: Sendable>(
        _ value: SpecValue,
        in store: ReferenceWritableKeyPath<DocumentParser, [String: Object]>,
        _ parse: @escaping (SpecValue, DocumentParser) -> Object
    ) -> Document.Referenced<Object> {
        if let text = value["$ref"], let reference = reference(text, in: store, parse) { return .reference(reference) }
        return .inline(parse(value, self))
    }

    private func reference<Object>(
        _ text: SpecValue,
        in store: ReferenceWritableKeyPath<DocumentParser, [String: Object]>,
        _ parse: @escaping (SpecValue, DocumentParser) -> Object
    ) -> Document.Reference? {
        guard let reference = reference(text) else { return nil }
        pending.append { [unowned self] in
            guard self[keyPath: store][reference.key] == nil, let value = target(of: reference) else { return }
            self[keyPath: store][reference.key] = parse(value, self)
        }
        return reference
    }

    /// Reads the text of a `$ref`; a remote one is refused.
    func reference(_ value: SpecValue) -> Document.Reference? {
        guard let text = value.string else {
            diagnostics.error(.wrongType(of: "'$ref'", expected: "a string", found: value.kindName), at: value.location)
            return nil
        }
        guard !text.contains("://") else {
            diagnostics.error(.remoteReference(text), at: value.location)
            return nil
        }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map { RelativePath.resolve(String($0), against: value.location.file) } ?? value.location.file
        let tokens = parts.count > 1 ? JSONPointer.tokens(parts[1]) : []
        let pointer = tokens.map { "/" + JSONPointer.token($0) }.joined()
        let name = tokens.last ?? RelativePath.stem(path)
        return Document.Reference(text: text, key: "\(path)#\(pointer)", name: name, location: value.location)
    }

    /// What a reference leads to, as written.
    func target(of reference: Document.Reference) -> SpecValue? {
        let parts = reference.key.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard var value = file(String(parts[0]), from: reference.location) else { return nil }
        for token in JSONPointer.tokens(parts[1]) {
            let next =
                value[token]
                ?? Int(token).flatMap { index in value.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
            guard let next else {
                diagnostics.error(
                    .unresolvedReference(reference.text, candidates: value.members?.map(\.key) ?? []),
                    at: reference.location
                )
                return nil
            }
            value = next
        }
        return value
    }
}
