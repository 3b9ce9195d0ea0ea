/// The validated parameters and body of a request.
struct Arguments: Sendable {
    var parameters: [String: JSON] = [:]
    var body: JSON?

    func string(_ name: String) -> String? { parameters[name]?.string }

    func integer(_ name: String) -> Int64? { parameters[name]?.integer }
}
