import JSONBytes

/// Collects the parts of a `multipart/form-data` body.
public struct MultipartEncoder: Sendable {
    let boundary: String
    var failure: ParameterError?
    private var bytes: [UInt8] = []

    init(boundary: String) {
        self.boundary = boundary
    }

    /// Adds a part with a text; nil leaves it out.
    public mutating func field(_ name: String, _ value: (some ParameterValue)?) {
        guard let value else { return }
        do {
            append(name, content: Array(try value.parameterText.utf8))
        } catch {
            fail(name, error.message)
        }
    }

    /// Adds one part for each value; nil and an empty list leave it out.
    public mutating func field(_ name: String, _ values: [some ParameterValue]?) {
        for value in values ?? [] { field(name, value) }
    }

    /// Adds a part with a file; nil leaves it out.
    public mutating func file(_ name: String, _ file: UploadFile?) {
        guard let file else { return }
        append(name, fileName: file.name, contentType: file.contentType, content: file.bytes)
    }

    /// Adds one part for each file; nil and an empty list leave it out.
    public mutating func file(_ name: String, _ files: [UploadFile]?) {
        for file in files ?? [] { self.file(name, file) }
    }

    /// Adds a part with JSON; nil leaves it out.
    public mutating func json(_ name: String, _ value: (some JSONCodable)?) {
        guard let value else { return }
        do {
            append(name, contentType: "application/json", content: try JSONWriter.bytes(of: value))
        } catch {
            fail(name, "cannot be written as JSON: \(error)")
        }
    }

    func finished() -> [UInt8] {
        bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private mutating func append(_ name: String, fileName: String? = nil, contentType: String? = nil, content: [UInt8]) {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(name))\""
        if let fileName { head += "; filename=\"\(escaped(fileName))\"" }
        if let contentType {
            guard contentType.utf8.allSatisfy({ $0 > 0x1F && $0 < 0x7F }) else {
                return fail(name, "has a content type with control characters")
            }
            head += "\r\nContent-Type: \(contentType)"
        }
        bytes += Array((head + "\r\n\r\n").utf8)
        bytes += content
        bytes += [0x0D, 0x0A]
    }

    /// As browsers escape names, so that a name can end neither its quotes nor its line; other control characters become spaces.
    private func escaped(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": result += "%22"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    mutating func fail(_ name: String, _ reason: String) {
        if failure == nil { failure = ParameterError("part '\(name)' \(reason)") }
    }
}
