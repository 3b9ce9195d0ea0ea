import Foundation

/// A server on a loopback socket that answers what a test tells it, well-formed or not.
final class LoopbackServer: @unchecked Sendable {
    // All mutable state is guarded by `lock`.
    /// What the server does with a connection.
    enum Step: Sendable {
        case send(String)
        case sendBytes([UInt8])
        /// Keeps the connection open and silent until the client leaves.
        case stall
        case close
    }

    private let lock = NSLock()
    private let listener: Int32
    private let answer: @Sendable (_ request: String) -> [Step]
    private let greeting: String
    private var log: [String] = []
    private var accepted = 0
    private var written = 0
    let port: Int

    let url: URL
    var requests: [String] { lock.withLock { log } }

    /// How many connections there have been.
    var connections: Int { lock.withLock { accepted } }

    /// How many bytes the clients' side of the sockets has taken.
    var sent: Int { lock.withLock { written } }

    /// A server that says its greeting, if any, before it reads a request.
    init(greeting: String = "", _ answer: @escaping @Sendable (_ request: String) -> [Step]) throws {
        self.greeting = greeting
        self.answer = answer
        (listener, port) = try Self.listen()
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw URLError(.badURL) }
        self.url = url
        Thread.detachNewThread { [self] in accept() }
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// A port on which nobody listens, and which nobody else gets while the tests run.
    static func unusedPort() throws -> Int { try bind(thenListen: false).1 }

    private static func listen() throws -> (Int32, Int) { try bind(thenListen: true) }

    private static func bind(thenListen: Bool) throws -> (Int32, Int) {
        #if canImport(Darwin)
        let listener = socket(AF_INET, SOCK_STREAM, 0)
        #else
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                Foundation.bind(listener, address, length) == 0 && (!thenListen || Foundation.listen(listener, 64) == 0)
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard listener >= 0, bound else { throw POSIXError(.EADDRNOTAVAIL) }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func accept() {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else { return }
            lock.withLock { accepted += 1 }
            Thread.detachNewThread { [self] in serve(connection) }
        }
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        if !greeting.isEmpty { write(Array(greeting.utf8), to: connection) }
        while let request = read(connection) {
            lock.withLock { log.append(request) }
            for step in answer(request) {
                switch step {
                case .send(let text): write(Array(text.utf8), to: connection)
                case .sendBytes(let bytes): write(bytes, to: connection)
                case .stall: while read(connection) != nil {}
                case .close: return
                }
            }
        }
    }

    /// A request with its body, or nil once the client has left.
    private func read(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let head = text.range(of: "\r\n\r\n") else { continue }
            let length = text[..<head.lowerBound].lowercased().split(separator: "\r\n")
                .first { $0.hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
            if text[head.upperBound...].utf8.count >= length ?? 0 { return text }
        }
    }

    private func write(_ bytes: [UInt8], to connection: Int32) {
        #if canImport(Darwin)
        let count = Foundation.send(connection, bytes, bytes.count, 0)
        #else
        let count = Foundation.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
        lock.withLock { written += max(0, count) }
    }
}

extension LoopbackServer.Step {
    /// A whole answer with a body.
    static func ok(_ body: String, headers: String = "") -> Self {
        .send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }
}
