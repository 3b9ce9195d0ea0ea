import SpecDiagnostics

extension Document {
    /// `x-apigen-envelope`: which member of an answer is what.
    public struct Envelope: Sendable {
        public let code: String?
        public let success: Int
        public let message: String?
        public let payload: String?
        public let requestID: String?
        public let details: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "x-apigen-envelope", parser: parser)
            code = object.string("code")
            success = object.integer("success") ?? 0
            message = object.string("message")
            payload = object.string("payload")
            requestID = object.string("request-id")
            details = object.string("details")
            object.finish()
        }
    }

    /// `x-apigen-error-codes`: an application code and what it means.
    public struct ErrorCode: Sendable {
        public enum Retry: String, CaseIterable, Sendable {
            case never, reads, always, afterCapacity
        }

        public let code: Int
        public let key: String
        /// The text the service sends with it.
        public let message: String?
        public let meaning: String?
        public let retry: Retry
        /// Names a set of codes apart from the main one, such as those of an older version.
        public let group: String?
        public let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "an error code", parser: parser)
            code = object.integer("code") ?? 0
            key = object.requiredString("key")
            message = object.string("message")
            meaning = object.string("meaning")
            retry = object.word("retry", Retry.self) ?? .never
            group = object.string("group")
            location = value.location
            object.finish()
        }

        static func catalogue(_ value: SpecValue?, parser: DocumentParser) -> [ErrorCode] {
            guard let value else { return [] }
            if let text = value["$ref"] {
                let target = parser.reference(text).flatMap { parser.target(of: $0) }
                return (target?.elements ?? []).map { ErrorCode($0, parser: parser) }
            }
            return (value.elements ?? []).map { ErrorCode($0, parser: parser) }
        }
    }

    /// `x-apigen-identifier`: a string that is a type of its own.
    public struct Identifier: Sendable {
        /// Characters that are replaced when one is made.
        public let replacements: [(String, String)]
        /// Values that can never name an object.
        public let reserved: [String]

        init(_ value: SpecValue, parser: DocumentParser) {
            // `x-apigen-identifier: true` is one without rules.
            let written = value.bool == true ? SpecValue(kind: .object([]), location: value.location) : value
            var object = ObjectReader(written, "x-apigen-identifier", parser: parser)
            replacements = object.object("replace").map { ($0.key, $0.value.string ?? "") }
            reserved = object.strings("reserved")
            object.finish()
        }
    }

    /// `x-apigen-pagination`: which parameters and members page through a list.
    public struct Pagination: Sendable {
        public let page: SpecValue?
        public let size: SpecValue?
        public let items: SpecValue?
        public let total: SpecValue?
        public let pageEcho: SpecValue?
        public let identity: SpecValue?
        public let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "x-apigen-pagination", parser: parser)
            for key in ["page", "items"] where value[key] == nil {
                parser.diagnostics.error(.missingKey(key, in: "x-apigen-pagination"), at: value.location)
            }
            page = object.value("page")
            size = object.value("size")
            items = object.value("items")
            total = object.value("total")
            pageEcho = object.value("page-echo")
            identity = object.value("identity")
            location = value.location
            object.finish()
        }
    }

    /// `x-apigen-waiter`: how to poll an operation until it answers a final state.
    public struct Waiter: Sendable {
        /// The name of the method that waits.
        public let method: String
        /// The name of the method that gives every state on the way.
        public let updates: String
        /// The member of the answer that holds the state.
        public let state: SpecValue?
        /// Seconds between polls; the last repeats.
        public let schedule: [Double]
        /// The most seconds to wait.
        public let timeout: Double
        public let pending: [String]
        public let succeeded: [String]
        public let failed: [String]
        /// States that count as final once they have lasted so many seconds.
        public let lingering: [(state: String, seconds: Double)]
        public let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "x-apigen-waiter", parser: parser)
            method = object.string("method") ?? "wait"
            updates = object.string("updates") ?? "updates"
            if value["state"] == nil { parser.diagnostics.error(.missingKey("state", in: "x-apigen-waiter"), at: value.location) }
            state = object.value("state")
            schedule = object.array("schedule").compactMap(\.number)
            timeout = object.number("timeout") ?? 3600
            pending = object.strings("pending")
            succeeded = object.strings("succeeded")
            failed = object.strings("failed")
            lingering = object.object("lingering").map { ($0.key, $0.value.number ?? 0) }
            location = value.location
            object.finish()
        }
    }

    /// `x-apigen-quirks`: what the service really does, since when, and what the client does about it.
    public struct Quirk: Sendable {
        public let id: String
        public let since: String?
        public let fact: String
        public let client: String?

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a quirk", parser: parser)
            id = object.requiredString("id")
            since = object.string("since")
            fact = object.requiredString("fact")
            client = object.string("client")
            object.finish()
        }

        static func list(_ object: inout ObjectReader) -> [Quirk] {
            let parser = object.parser
            return object.array("x-apigen-quirks").map { Quirk($0, parser: parser) }
        }
    }
}
