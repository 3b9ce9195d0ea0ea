import Foundation
import HTTPTypes
import Testing

extension Canary {
    /// Fails the test if an error shows the key, in whatever way it is printed.
    package static func check(error: any Error, at location: SourceLocation? = nil) {
        check(texts(of: error) + "\n\(error.localizedDescription)", .error, at: location)
    }

    /// Fails the test if a value shows the key, in whatever way it is printed.
    package static func check(value: Any, at location: SourceLocation? = nil) {
        check(texts(of: value), .description, at: location)
    }

    /// Fails the test if the key is in a folder: in the name or the content of a file.
    package static func check(folder: URL, at location: SourceLocation? = nil) {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            check(file.lastPathComponent, .file, at: location)
            guard let content = try? Data(contentsOf: file) else { continue }
            check(String(decoding: content, as: UTF8.self), .file, at: location)
        }
    }

    /// Fails the test if a request to another origin holds the key.
    package static func check(request: HTTPRequest, body: [UInt8]?, at location: SourceLocation? = nil) {
        let fields = request.headerFields.map { "\($0.name.rawName): \($0.value)" }
        let parts = [request.authority, request.path].compactMap { $0 } + fields + [String(decoding: body ?? [], as: UTF8.self)]
        check(parts.joined(separator: "\n"), .request, at: location)
    }

    private static func texts(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value)\n\(String(reflecting: value))\n\(dumped)"
    }
}
