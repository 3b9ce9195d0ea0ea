/// The two generations of the service, which differ in envelope, codes and credentials.
enum APIVersion: Sendable {
    case v1, v2

    /// The HTTP status of an answer to a request that breaks a parameter or body rule.
    var validationStatus: Int {
        switch self {
        case .v1: 400
        case .v2: 422
        }
    }

    /// The application code for an HTTP status that the route at hand does not list.
    func code(forStatus status: Int) -> Int {
        switch (self, status) {
        case (.v1, 401): 20001
        case (.v1, 404): 4040
        case (.v1, 429): 4290
        case (.v1, 400..<500): 4000
        case (.v1, _): 5000
        case (.v2, 401): 12001
        case (.v2, 404): 11004
        case (.v2, 429): 13000
        case (.v2, 400..<500): 11000
        case (.v2, _): 10000
        }
    }
}
