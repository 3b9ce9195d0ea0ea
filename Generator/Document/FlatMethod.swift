import SpecDiagnostics

extension Document {
    /// `x-apigen-methods`: one of several methods of the client that build the same request.
    package struct FlatMethod: Sendable {
        package let name: String
        package let summary: String?
        package let description: String?
        /// Members of the body that are sent with a value of the method's own.
        package let fixed: [SpecValue.Member]
        /// Members of the body that the method does not show.
        package let omitted: [SpecValue]
        package let location: SourceLocation

        init(_ value: SpecValue, parser: DocumentParser) {
            var object = ObjectReader(value, "a method", parser: parser)
            name = object.requiredString("name")
            summary = object.string("summary")
            description = object.string("description")
            fixed = object.object("fixed")
            _ = object.strings("omit")
            omitted = object.array("omit").filter { $0.string != nil }
            location = value.location
            object.finish()
        }
    }
}
