import Foundation

/// The custom fields that a run was started with, as a ``SimulatedWorker`` sees them.
///
/// ```swift
/// struct Search: Decodable { let keywords: [String] }
///
/// let worker = SimulatedWorker("acme/places") { input in
///     try input.decode(Search.self).keywords.map { ["title": $0] }
/// }
/// ```
public struct SimulatedInput: Sendable {
    let json: JSON

    /// The fields as a JSON object.
    public var text: String { json.text }

    /// The fields as a type of your own.
    ///
    /// - Throws: `DecodingError` when they do not fit.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.bytes))
    }
}
