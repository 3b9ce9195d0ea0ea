import OpenAPIDocument

/// What the service sends by itself once an operation has been called.
package struct Callback: Sendable {
    package let name: String
    /// Where it is sent, as an expression of OpenAPI: `{$request.body#/callback_url}`.
    package let expression: String
    /// In capitals.
    package let method: String
    package let documentation: Documentation
    /// The Swift type of what is sent.
    package let type: TypeReference
    package let fields: [Answer.Field]
    package let examples: [(title: String, value: SpecValue)]
    /// What the receiver may answer: status and meaning.
    package let answers: [(status: String, description: String)]
}
