import JSONBytes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Within JSON, where there is no place for a name or a type, a file is its bytes in base64.
extension UploadFile: JSONCodable {
    /// Reads the bytes from base64.
    public static func read(from reader: inout JSONReader) throws(JSONError) -> UploadFile {
        UploadFile(name: "", contentType: "application/octet-stream", bytes: [UInt8](try reader.read(Data.self)))
    }

    /// Writes the bytes as base64.
    public func write(to writer: inout JSONWriter) {
        Data(bytes).write(to: &writer)
    }
}
