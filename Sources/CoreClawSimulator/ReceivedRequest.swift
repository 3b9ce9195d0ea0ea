import Foundation
import Hummingbird

/// A request as a simulator received it, with every credential replaced by ``redacted``.
///
/// ```swift
/// let starts = await simulator.requests.filter { $0.operation == "runWorker" }
/// #expect(starts.count == 1)
/// ```
public struct ReceivedRequest: Sendable, Hashable {
    /// What stands in place of a credential.
    public static let redacted = "<redacted>"

    /// The operation that was addressed, such as `getWorkerRun`; nil when no operation has this method and path.
    public let operation: String?
    /// The HTTP method.
    public let method: String
    /// The path without the query, percent-encoded as it was sent.
    public let path: String
    /// The query's names and values, decoded, in their order.
    public let query: [URLQueryItem]
    /// The headers, by name in lower case; several of one name are joined with commas.
    public let headers: [String: String]
    /// The body, empty for none.
    public let body: [UInt8]

    /// The first value of a query parameter; nil when it was not sent.
    public func queryValue(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    init(_ request: Request, body: [UInt8], operation: String?) {
        self.operation = operation
        self.body = body
        method = request.method.rawValue
        path = request.uri.path
        query = QueryItems(request.uri.query).items.map {
            URLQueryItem(name: $0.name, value: $0.name == "token" ? Self.redacted : $0.value)
        }
        headers = request.headers.joinedByName.reduce(into: [:]) { headers, field in
            let isCredential = ["authorization", "api-key", "cookie"].contains(field.key)
            headers[field.key] = isCredential ? Self.redacted : field.value
        }
    }
}

extension HTTPFields {
    /// The fields as one text for each name in lower case.
    var joinedByName: [String: String] {
        Dictionary(map { ($0.name.canonicalName, $0.value) }) { "\($0), \($1)" }
    }
}
