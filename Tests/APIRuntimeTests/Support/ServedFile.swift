import Foundation

/// A file as a server of downloads answers it, by whatever rules it keeps about ranges.
struct ServedFile: Sendable {
    var bytes: [UInt8] = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    var tag: String? = "\"v1\""
    var knowsRanges = true
    var headers = ""

    /// The whole file, or the part that is asked for, cut after some bytes of the body.
    func answer(_ request: String, cutAfter limit: Int? = nil) -> [LoopbackServer.Step] {
        let validator = tag ?? header("last-modified", of: headers)
        let start = knowsRanges && header("if-range", of: request) == validator ? rangeStart(of: request) : nil
        let content = Array(bytes[(start ?? 0)...])
        var head = "HTTP/1.1 \(start == nil ? "200 OK" : "206 Partial Content")\r\nContent-Length: \(content.count)\r\n"
        if let start { head += "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n" }
        if let tag { head += "ETag: \(tag)\r\n" }
        head += headers + "\r\n"
        guard let limit else { return [.send(head), .sendBytes(content)] }
        return [.send(head), .sendBytes(Array(content.prefix(limit))), .close]
    }

    /// A part, of whatever range it says it is.
    static func part(_ range: String, _ body: [UInt8], _ headers: String = "ETag: \"v1\"\r\n") -> [LoopbackServer.Step] {
        let range = range.isEmpty ? "" : "Content-Range: bytes \(range)\r\n"
        let head = "HTTP/1.1 206 Partial Content\r\nContent-Length: \(body.count)\r\n\(range)\(headers)\r\n"
        return [.send(head), .sendBytes(body)]
    }

    /// An empty body under another start line and other headers.
    static func other(_ start: String, _ headers: String = "") -> [LoopbackServer.Step] {
        [.send("HTTP/1.1 \(start)\r\nContent-Length: 0\r\n\(headers)\r\n")]
    }
}

/// The value of a header of a request, in its own spelling.
func header(_ name: String, of request: String) -> String? {
    request.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
}

/// Where the part begins that a request asks for.
func rangeStart(of request: String) -> Int? {
    header("range", of: request).flatMap { Int($0.dropFirst("bytes=".count).dropLast()) }
}

/// A folder that is removed after a test, with the names of what is in it.
struct TemporaryFolder: ~Copyable {
    let url: URL
    var names: [String] { APIRuntimeTests.names(in: url) }

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
    func bytes(_ name: String) -> [UInt8]? { (try? Data(contentsOf: url.appending(path: name))).map(Array.init) }
    func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }
}

/// The names of what is in a folder.
func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
}

/// Runs a server for the length of a test, which is told the number of each request, from 1.
func withServer<T>(
    _ answer: @escaping @Sendable (_ request: String, _ number: Int) -> [LoopbackServer.Step],
    _ body: (LoopbackServer) async throws -> T
) async throws -> T {
    let counter = Counter()
    let server = try LoopbackServer { request in answer(request, counter.next()) }
    defer { server.stop() }
    return try await body(server)
}

private final class Counter: @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
