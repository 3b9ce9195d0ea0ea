import HTTPTypes

/// A request without its origin and its credential: what every attempt has in common.
struct EncodedRequest: Sendable {
    let path: String
    let query: [String]
    let headers: HTTPFields
    let body: [UInt8]?

    init(_ encoder: RequestEncoder, descriptor: OperationDescriptor) throws(ParameterError) {
        if let failure = encoder.failure { throw failure }
        path = try Self.fill(descriptor.path, with: encoder.pathSegments)
        query = encoder.query
        var headers = encoder.headers
        if !encoder.cookies.isEmpty { headers[.cookie] = encoder.cookies.joined(separator: "; ") }
        if !headers.contains(.accept) { headers[.accept] = "application/json, */*;q=0.1" }
        self.headers = headers
        body = encoder.body
    }

    private static func fill(_ template: String, with segments: [String: String]) throws(ParameterError) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let segment = segments[name] else { throw ParameterError("'\(name)' is missing from the path") }
            result += rest[..<open]
            result += segment
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
