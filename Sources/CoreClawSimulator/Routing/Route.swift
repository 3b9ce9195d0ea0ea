/// One operation of the service as data: where it is, what it accepts, how it fails.
struct Route: Sendable {
    let operationID: String
    let method: String
    /// The path with its parameters in braces.
    let path: String
    /// Whether the operation answers without a credential.
    let isPublic: Bool
    let parameters: [ParameterRule]
    let body: BodyRule?
    /// The application code for each HTTP status of a failure.
    let errors: [Int: Int]

    var version: APIVersion { path.hasPrefix("/api/v2/") ? .v2 : .v1 }
}
