#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A string, or a number when read: `"12.50"`.
extension Decimal: JSONCodable {
    /// Reads a number, or a string that holds one; of more than 38 digits the first 38 count.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Decimal {
        try reader.cursor.decimal()
    }

    /// Writes a string without exponent; NaN is a failure.
    public func write(to writer: inout JSONWriter) {
        writer.decimal(self)
    }
}

extension URL: JSONCodable {
    /// Reads a string that is a URL or a relative reference.
    ///
    /// Characters that a URL cannot hold are percent-encoded, so that `https://a.b/c d` is read as `https://a.b/c%20d`.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> URL {
        let offset = reader.offset
        let text = try reader.string()
        guard let url = URL(string: text) else {
            throw JSONError(.invalidValue, "\(JSONError.quote(text)) is no URL", offset: offset)
        }
        return url
    }

    /// Writes the absolute string.
    public func write(to writer: inout JSONWriter) {
        writer.string(absoluteString)
    }
}

extension Date: JSONCodable {
    /// Reads text of RFC 3339: `2026-01-31T12:00:00.25+08:00`. A text without a time zone is an error.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Date {
        let offset = reader.offset
        let text = try reader.string()
        guard let date = Date(rfc3339: text) else {
            throw JSONError(.invalidValue, "\(JSONError.quote(text)) is no date and time", offset: offset)
        }
        return date
    }

    /// Writes text of RFC 3339 in UTC; years outside 0 to 9999 are failures.
    public func write(to writer: inout JSONWriter) {
        writer.dateTime(JSONTimestamp(self))
    }
}

extension Data: JSONCodable {
    /// Reads base64 with padding.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> Data {
        let offset = reader.offset
        let text = try reader.string()
        guard let data = Data(base64Encoded: text) else { throw JSONError(.invalidValue, "not base64", offset: offset) }
        return data
    }

    /// Writes base64 with padding.
    public func write(to writer: inout JSONWriter) {
        writer.string(base64EncodedString())
    }
}

extension URL {
    /// Makes a URL to be replaced, for the required member of a ``JSONModel``.
    public init(placeholder: JSONPlaceholder) {
        self = Self.placeholder
    }

    private static let placeholder = URL(filePath: "/", directoryHint: .isDirectory)
}
