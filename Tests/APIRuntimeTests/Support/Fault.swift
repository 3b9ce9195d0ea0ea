/// One way in which a network or a server fails, as the table of faults has it.
struct Fault: Sendable {
    /// What bounds the time of a call.
    enum Limit: Sendable {
        /// Nothing is waited for.
        case none
        case attemptTimeout
        case idleTimeout
        case retryAfter
    }

    let name: String
    /// What the server does, or nil if nobody listens.
    var script: FaultServer.Script?
    var limit = Limit.none
    var scheme = "http"
    /// Whether the fault happens on a connection that has served a request before.
    var isWarm = false
    /// Whether the response says that nothing was done, so that an unsafe request may be sent again, too.
    var isRefusal = false

    private init(_ name: String, _ answer: FaultServer.Step..., limit: Limit = .none) {
        self.name = name
        script = FaultServer.Script(answer: answer)
        self.limit = limit
    }

    /// The faults, in the order of the table; some need another server, to which they lead.
    static func all(otherPort: Int) -> [Fault] {
        var refused = Fault("Connection refused")
        refused.script = nil
        var handshake = Fault("TLS handshake fails")
        handshake.scheme = "https"
        handshake.script?.greeting = [.send(response("400 Bad Request", "")), .close]
        var keptAlive = Fault("Kept-alive connection closed under the request", .close)
        keptAlive.isWarm = true
        keptAlive.script?.first = [.send(success)]
        let slowDown = response("429 Slow Down", #"{"code":100}"#)
        var harmless = Fault("429 with an error code that says nothing was done", .send(slowDown))
        harmless.isRefusal = true
        return [
            refused,
            handshake,
            keptAlive,
            Fault("Accepted, then silence", limit: .attemptTimeout),
            Fault("Closed before the response", .close),
            Fault("Reset before the response", .reset),
            Fault("Closed in the response's head", .send("HTTP/1.1 200 OK\r\nContent-Le"), .close),
            Fault("Closed in the body", .send(head(100)), .send(#"{"code":0"#), .close),
            Fault("Reset in the body", .send(head(100)), .send(#"{"code":0"#), .reset),
            Fault("`Content-Length` too long, then silence", .send(head(100)), .send(body), limit: .idleTimeout),
            Fault("`Content-Length` too short", .send(head(10)), .send(body)),
            Fault("One byte at a time, without end", .send(head(1_000_000)), .drip(endless), limit: .attemptTimeout),
            Fault("Garbage in place of a response", .send("\u{16}\u{3}\u{1} what is this\r\n\r\n")),
            Fault("A page in place of JSON", .send(response("200 OK", "<html>Please log in</html>"))),
            Fault("Head without end", .send("HTTP/1.1 200 OK\r\n"), .flood("X-Filler: \(filler)\r\n")),
            Fault("Body without end", .send(chunkedHead), .flood("400\r\n\(filler)\r\n")),
            Fault("Redirect to another origin", .send(redirect(to: otherPort))),
            Fault("429, again and again", .send(response("429 Too Many Requests", ""))),
            Fault("429 with `Retry-After`", .send(response("429 Too Many Requests", "", wait)), limit: .retryAfter),
            harmless,
            Fault("500, again and again", .send(response("500 Internal Server Error", ""))),
            Fault("503, again and again", .send(response("503 Service Unavailable", ""))),
            Fault("503 with `Retry-After`", .send(response("503 Service Unavailable", "", wait)), limit: .retryAfter),
        ]
    }

    /// The whole response of a server that works.
    static let success = response("200 OK", body)

    private static let body = #"{"code":0,"data":{"id":7}}"#
    private static let filler = String(repeating: "a", count: 1024)
    private static let endless = String(repeating: " ", count: 10_000)
    private static let wait = "Retry-After: 1\r\n"
    private static let chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func head(_ length: Int) -> String { "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n" }

    private static func response(_ start: String, _ body: String, _ headers: String = "") -> String {
        "HTTP/1.1 \(start)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    private static func redirect(to port: Int) -> String {
        response("307 Temporary Redirect", "", "Location: http://127.0.0.1:\(port)/\r\n")
    }
}
