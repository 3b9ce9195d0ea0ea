import SpecDiagnostics

extension Document {
    /// The Callback Object: what the service sends by itself, by the expression of where it sends it.
    package struct Callback: Sendable {
        /// A path item for each expression, which stands in the place of its path.
        package let items: [PathItem]

        init(_ value: SpecValue, parser: DocumentParser) {
            let object = ObjectReader(value, "a callback", parser: parser)
            items = parser.withinCallback {
                (object.value.members ?? []).compactMap { PathItem(path: $0.key, $0.value, at: $0.location, parser: parser) }
            }
        }
    }
}
