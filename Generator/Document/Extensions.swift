import SpecDiagnostics

extension Document {
    /// `x-apigen-envelope`: which member of an answer is what.
    package struct Envelope: Sendable {
        package let code: String?
        package let success: Int
        package let message: String?
        package let payload: String?
        package let requestID: String?
        package let details: String?

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
    package struct ErrorCode: Sendable {
        package enum Retry: String, CaseIterable, Sendable {
            case never, reads, always, afterCapacity
        }

        package enum Kind: String, CaseIterable, Sendable {
            case validation, unauthorized, forbidden, notFound, conflict, rateLimited, capacity, rejected, server
        }

        package let code: Int
        package let key: String
        /// The text the service sends with it.
        package let message: String?
        package let meaning: String?
        package let retry: Retry
        /// The kind of error it stands for, where neither its key nor the status tells.
        package let kind: Kind?
        /// Names a set of codes apart from the main one, such as those of an older version.
        package let group: String?
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "an error code", parser: parser)
            code = object.integer("code") ?? 0
            key = object.requiredString("key")
            message = object.string("message")
            meaning = object.string("meaning")
            retry = object.word("retry", Retry.self) ?? .never
            kind = object.word("kind", Kind.self)
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
    package struct Identifier: Sendable {
        /// Characters that are replaced when one is made.
        package let replacements: [(String, String)]
        /// Values that can never name an object.
        package let reserved: [String]

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
    package struct Pagination: Sendable {
        package let page: SpecValue?
        package let size: SpecValue?
        package let items: SpecValue?
        package let total: SpecValue?
        package let pageEcho: SpecValue?
        package let identity: SpecValue?
        package let location: SourceLocation

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
    package struct Waiter: Sendable {
        /// The name of the method that waits.
        package let method: String
        /// The name of the method that gives every state on the way.
        package let updates: String
        /// The member of the answer that holds the state.
        package let state: SpecValue?
        /// Seconds between polls; the last repeats.
        package let schedule: [Double]
        /// The most seconds to wait.
        package let timeout: Double
        package let pending: [String]
        package let succeeded: [String]
        package let failed: [String]
        /// States that count as final once they have lasted so many seconds.
        package let lingering: [(state: String, seconds: Double)]
        package let location: SourceLocation

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
    package struct Quirk: Sendable {
        package let id: String
        package let since: String?
        package let fact: String
        package let client: String?

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
            let quirks = object.array("x-apigen-quirks").map { Quirk($0, parser: parser) }
            if !quirks.isEmpty { parser.hasQuirks = true }
            return quirks
        }
    }
}
