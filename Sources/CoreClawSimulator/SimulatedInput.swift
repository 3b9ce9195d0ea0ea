import Foundation

/// The custom fields that a run was started with, as a ``SimulatedWorker`` sees them.
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
