import JSONBytes

extension RequestEncoder {
    /// Adds a structured value as if it were a free-form object; one that is no JSON object is refused.
    public mutating func query(
        _ name: String,
        composite value: (some JSONCodable)?,
        style: ParameterStyle = .form,
        explode: Bool = true
    ) {
        guard let value else { return }
        do {
            query(
                name,
                object: try JSONReader.read(JSONObject.self, from: JSONWriter.bytes(of: value)),
                style: style,
                explode: explode
            )
        } catch {
            fail(name, "cannot be written as an object: \(error)")
        }
    }

    /// Sends the members of an object as the fields of a form; nested values are JSON texts.
    public mutating func form(object value: (some JSONCodable)?) {
        guard let value, let object = object(of: value) else { return }
        form { form in
            for (key, member) in object where !member.isNull { form.field(key, member.description) }
        }
    }

    /// Sends the members of an object as the parts of a multipart body; nested values are JSON texts.
    public mutating func multipart(object value: (some JSONCodable)?) {
        guard let value, let object = object(of: value) else { return }
        multipart { multipart in
            for (key, member) in object where !member.isNull { multipart.field(key, member.description) }
        }
    }

    private mutating func object(of value: some JSONCodable) -> JSONObject? {
        do {
            return try JSONReader.read(JSONObject.self, from: JSONWriter.bytes(of: value))
        } catch {
            fail("body", "cannot be written as an object: \(error)")
            return nil
        }
    }
}
