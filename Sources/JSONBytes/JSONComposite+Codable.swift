extension JSONComposite {
    /// Reads through any decoder; errors are `DecodingError` with the coding path of that decoder.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? JSONValueDecoder {
            self = try decoder.read(Self.self)
        } else {
            let value = try JSONValue(from: decoder)
            do throws(JSONError) {
                self = try Self(json: try value.jsonBytes())
            } catch {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error)
                )
            }
        }
    }

    /// Writes through any encoder; errors are `EncodingError` with the coding path of that encoder.
    public func encode(to encoder: any Encoder) throws {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(json: try jsonBytes())
        } catch {
            throw EncodingError.invalidValue(
                self,
                .init(codingPath: encoder.codingPath, debugDescription: error.description, underlyingError: error)
            )
        }
        try value.encode(to: encoder)
    }
}
