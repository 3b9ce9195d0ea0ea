import SpecDiagnostics

extension Document {
    /// The Operation Object.
    public struct Operation: Sendable {
        public enum Method: String, CaseIterable, Sendable {
            case get, put, post, delete, options, head, patch, trace
        }
        public enum Idempotency: String, CaseIterable, Sendable {
            case safe, idempotent, unsafe
        }

        public let method: Method
        public let operationID: String?
        public let tags: [String]
        public let summary: String?
        public let description: String?
        public let isDeprecated: Bool
        public let parameters: [Referenced<Parameter>]
        public let requestBody: Referenced<RequestBody>?
        /// By status, as written: `200`, `4XX`, `default`.
        public let responses: [(status: String, response: Referenced<Response>)]
        public let security: [SecurityRequirement]?
        public let location: SourceLocation

        /// Its place in the client, such as `runs.last` (`x-apigen-resource`).
        public let resource: String?
        /// Its name there (`x-apigen-method`).
        public let methodName: String?
        public let idempotency: Idempotency?
        public let pagination: Pagination?
        public let waiter: Waiter?
        public let replacedBy: SpecValue?
        /// A longer limit for one attempt, in seconds.
        public let timeout: Double?
        /// An envelope of its own, or `false` for none.
        public let envelope: Envelope?
        public let hasNoEnvelope: Bool
        public let quirks: [Quirk]

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
            idempotency = object.word("x-apigen-idempotency", Idempotency.self)
            pagination = object.value("x-apigen-pagination").map { Pagination($0, parser: parser) }
            waiter = object.value("x-apigen-waiter").map { Waiter($0, parser: parser) }
            replacedBy = object.value("x-apigen-replaced-by")
            timeout = object.number("x-apigen-timeout")
            let envelope = object.value("x-apigen-envelope")
            hasNoEnvelope = envelope?.bool == false
            self.envelope = hasNoEnvelope ? nil : envelope.map { Envelope($0, parser: parser) }
            quirks = Quirk.list(&object)
            for key in ["externalDocs", "callbacks", "servers"] { _ = object.value(key) }
            object.finish()
        }
    }

    /// The Link Object: where a value of an answer can be used next.
    public struct Link: Sendable {
        public let operationID: SpecValue?
        public let description: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a link", parser: parser)
            operationID = object.value("operationId")
            description = object.string("description")
            for key in ["operationRef", "parameters", "requestBody", "server"] { _ = object.value(key) }
            object.finish()
        }
    }
}
