import SpecDiagnostics

extension Document {
    /// `x-apigen-timeout`: a longer limit for one attempt, always or where members of the body have certain values.
    package struct Timeout: Sendable {
        /// Above 0.
        package let seconds: Double
        /// The members of the body that must have these values for the limit to hold.
        package let conditions: [SpecValue.Member]
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            location = value.location
            let number: SpecValue?
            if value.members == nil {
                number = value
                conditions = []
            } else {
                var object = ObjectReader(value, "x-apigen-timeout", parser: parser)
                number = object.value("seconds")
                conditions = object.object("when")
                object.finish()
            }
            seconds = number?.number ?? 0
            guard !(seconds > 0) else { return }
            let problem: Problem =
                number.map { .wrongType(of: "'x-apigen-timeout'", expected: "a number of seconds above 0", found: $0.words) }
                ?? .missingKey("seconds", in: "x-apigen-timeout")
            parser.diagnostics.error(problem, at: number?.location ?? location)
        }
    }
}
