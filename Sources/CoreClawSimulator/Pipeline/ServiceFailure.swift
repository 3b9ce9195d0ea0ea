import Hummingbird

/// A refusal by the service, thrown anywhere in the pipeline and answered as an error envelope.
struct ServiceFailure: Error {
    let status: Int
    /// The application code; nil for the one that the operation lists for the status.
    var code: Int?
    /// The text; nil for the one that belongs to the code.
    var message: String?
    var details: [String] = []
    var headers: HTTPFields = [:]

    static let notFound = ServiceFailure(status: 404)
    static let insufficientBalance = ServiceFailure(status: 400, code: 30001)
    static let planLimit = ServiceFailure(status: 400, code: 30003)
    static let versionUnavailable = ServiceFailure(status: 400, code: 50003)

    static func invalid(_ details: [String], in version: APIVersion) -> ServiceFailure {
        ServiceFailure(status: version.validationStatus, details: details)
    }

    /// The reason in words, as it stands inside an answer about several items.
    var text: String { message ?? code.flatMap { Route.errorMessages[$0] } ?? "invalid argument" }
}
