import HTTPTypes
import JSONBytes

extension RequestEncoder {
    /// Sets a JSON body; nil means no body and no `Content-Type`.
    public mutating func json(_ body: (some JSONCodable)?) {
        guard let body, let bytes = jsonBytes(of: body, for: "body") else { return }
        setBody(bytes, contentType: "application/json")
    }

    /// Sets a body of form fields, `application/x-www-form-urlencoded`.
    public mutating func form(_ fields: (inout FormEncoder) -> Void) {
        var form = FormEncoder()
        fields(&form)
        if let failure = form.failure { fail("form", failure.message) }
        setBody(Array(form.items.joined(separator: "&").utf8), contentType: "application/x-www-form-urlencoded")
    }

    /// Sets a body of parts, `multipart/form-data`; files are held in memory.
    public mutating func multipart(_ parts: (inout MultipartEncoder) -> Void) {
        var multipart = MultipartEncoder(boundary: hexadecimal(randomness()) + hexadecimal(randomness()))
        parts(&multipart)
        if let failure = multipart.failure { fail("multipart", failure.message) }
        setBody(multipart.finished(), contentType: "multipart/form-data; boundary=\(multipart.boundary)")
    }

    /// Sets a body of any content; nil means no body and no `Content-Type`.
    public mutating func bytes(_ body: [UInt8]?, contentType: String) {
        guard let body else { return }
        setBody(body, contentType: contentType)
    }

    private mutating func setBody(_ bytes: [UInt8], contentType: String) {
        body = bytes
        header("Content-Type", contentType)
    }

    private func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }
}
