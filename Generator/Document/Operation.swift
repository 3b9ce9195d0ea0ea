import SpecDiagnostics

extension Document {
    /// The Operation Object.
    package struct Operation: Sendable {
        package enum Method: String, CaseIterable, Sendable {
            case get, put, post, delete, options, head, patch, trace
        }
        package enum Idempotency: String, CaseIterable, Sendable {
            case safe, idempotent, unsafe
        }

        package let method: Method
        package let operationID: String?
        package let tags: [String]
        package let summary: String?
        package let description: String?
        package let isDeprecated: Bool
        package let parameters: [Referenced<Parameter>]
        package let requestBody: Referenced<RequestBody>?
        /// By status, as written: `200`, `4XX`, `default`.
        package let responses: [(status: String, response: Referenced<Response>)]
        package let security: [SecurityRequirement]?
        package let location: SourceLocation

        /// Its place in the client, such as `runs.last` (`x-apigen-resource`).
        package let resource: String?
        /// Its name there (`x-apigen-method`).
        package let methodName: String?
        /// Several methods there that build its request, the main one first (`x-apigen-methods`).
        package let methods: [FlatMethod]
        package let idempotency: Idempotency?
        /// Application codes by which a repeated request learns that an earlier one was done.
        package let doneWhenRepeated: [Int]
        package let pagination: Pagination?
        package let waiter: Waiter?
        package let replacedBy: SpecValue?
        package let timeout: Timeout?
        /// What the service sends by itself once the operation has been called.
        package let callbacks: [(name: String, callback: Referenced<Callback>)]
        /// An envelope of its own, or `false` for none.
        package let envelope: Envelope?
        package let hasNoEnvelope: Bool
        package let quirks: [Quirk]

        init(method: Method, _ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "an operation", parser: parser)
            self.method = method
            operationID = object.string("operationId")
            tags = object.strings("tags")
            summary = object.string("summary")
            description = object.string("description")
            isDeprecated = object.bool("deprecated") ?? false
            parameters = object.array("parameters").map { parser.parameter($0) }
            requestBody = object.value("requestBody").map { parser.requestBody($0) }
            responses = object.object("responses").filter { !$0.key.hasPrefix("x-") }.map { ($0.key, parser.response($0.value)) }
            security = object.value("security").map { ($0.elements ?? []).map { SecurityRequirement($0, parser: parser) } }
            location = value.location
            resource = object.string("x-apigen-resource")
            methodName = object.string("x-apigen-method")
            methods = Self.methods(&object)
            idempotency = object.word("x-apigen-idempotency", Idempotency.self)
            doneWhenRepeated = object.array("x-apigen-done-when-repeated").compactMap { $0.integer.flatMap { Int(exactly: $0) } }
            pagination = object.value("x-apigen-pagination").map { Pagination($0, parser: parser) }
            waiter = object.value("x-apigen-waiter").map { Waiter($0, parser: parser) }
            replacedBy = object.value("x-apigen-replaced-by")
            timeout = object.value("x-apigen-timeout").map { Timeout($0, parser: parser) }
            callbacks = Self.callbacks(&object)
            let envelope = object.value("x-apigen-envelope")
            hasNoEnvelope = envelope?.bool == false
            self.envelope = hasNoEnvelope ? nil : envelope.map { Envelope($0, parser: parser) }
            quirks = Quirk.list(&object)
            for key in ["externalDocs", "servers"] { _ = object.value(key) }
            object.finish()
        }

        private static func methods(_ object: inout ObjectReader) -> [FlatMethod] {
            guard let value = object.value("x-apigen-methods") else { return [] }
            let parser = object.parser
            let methods = object.array("x-apigen-methods").map { FlatMethod($0, parser: parser) }
            if value.elements?.isEmpty == true {
                parser.diagnostics.error(
                    .wrongType(of: "'x-apigen-methods'", expected: "an array of methods", found: "an empty one"),
                    at: value.location
                )
            }
            if object.value("x-apigen-method") != nil {
                parser.diagnostics.error(.conflictingKeys("x-apigen-method", "x-apigen-methods"), at: value.location)
            }
            return methods
        }

        private static func callbacks(_ object: inout ObjectReader) -> [(name: String, callback: Referenced<Callback>)] {
            let parser = object.parser
            let written = object.object("callbacks").filter { !$0.key.hasPrefix("x-") }
            guard parser.isWithinCallback else { return written.map { ($0.key, parser.callback($0.value)) } }
            if let first = written.first {
                let wayOut = "describe it where the first one is sent from"
                parser.diagnostics.warning(.unsupported("a callback of a callback", wayOut: wayOut), at: first.location)
            }
            return []
        }
    }

    /// The Link Object: where a value of an answer can be used next.
    package struct Link: Sendable {
        package let operationID: SpecValue?
        package let description: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a link", parser: parser)
            operationID = object.value("operationId")
            description = object.string("description")
            for key in ["operationRef", "parameters", "requestBody", "server"] { _ = object.value(key) }
            object.finish()
        }
    }
}
