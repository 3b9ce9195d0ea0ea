import JSONBytes

/// Collects the fields of an `application/x-www-form-urlencoded` body.
public struct FormEncoder: Sendable {
    var items: [String] = []
    var failure: ParameterError?

    /// Adds a field; nil leaves it out.
    public mutating func field(_ name: String, _ value: (some ParameterValue)?) {
        guard let value else { return }
        do {
            append(name, try value.parameterText)
        } catch {
            fail(name, error.message)
        }
    }

    /// Adds one field for each value; nil and an empty list leave it out.
    public mutating func field(_ name: String, _ values: [some ParameterValue]?) {
        for value in values ?? [] { field(name, value) }
    }

    /// Adds a field with JSON text; nil leaves it out.
    public mutating func field(_ name: String, json value: (some JSONCodable)?) {
        guard let value else { return }
        do {
            append(name, String(decoding: try JSONWriter.bytes(of: value), as: UTF8.self))
        } catch {
            fail(name, "cannot be written as JSON: \(error)")
        }
    }

    private mutating func append(_ name: String, _ text: String) {
        items.append(PercentEncoding.form(name) + "=" + PercentEncoding.form(text))
    }

    mutating func fail(_ name: String, _ reason: String) {
        if failure == nil { failure = ParameterError("field '\(name)' \(reason)") }
    }
}
