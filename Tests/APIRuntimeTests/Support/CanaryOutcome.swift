import Foundation
import HTTPTypes

@testable import APIRuntime

/// A call with what the service does, for each way in which a call can end.
struct CanaryOutcome {
    let transport: MemoryTransport
    var configure: (inout ClientConfiguration) -> Void = { _ in }
    var call: (TestClient) async throws -> Void = { _ = try await $0.send(GetParcel()) }

    /// The kinds of the errors among the outcomes: all there are.
    static let kinds: Set<APIError.Kind> = [
        .missingCredential, .insecureConnection, .invalidArgument, .connection, .timeout, .unauthorized, .forbidden, .notFound,
        .conflict, .validation, .rateLimited, .capacity, .server, .rejected, .unexpectedAnswer, .decoding, .pagination,
        .bodyTooLarge, .interrupted, .file,
    ]

    /// The outcomes with a service that repeats a text wherever it can.
    static func all(echo: String, folder: URL) -> [CanaryOutcome] {
        refusals(echo) + unreadable(echo) + redirects(echo) + failures(echo) + beforeSending(echo) + lists(echo)
            + downloads(folder)
    }

    private static func headers(_ echo: String) -> HTTPFields {
        var fields: HTTPFields = [.retryAfter: echo, .wwwAuthenticate: echo, .server: echo, .contentType: echo]
        if let name = HTTPField.Name("X-Request-Id") { fields[name] = echo }
        return fields
    }

    private static func refusals(_ echo: String) -> [CanaryOutcome] {
        let statuses = [400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 503]
        let bodies = [
            #"{"code":9,"message":"bad \#(echo)","details":["\#(echo)"],"request_id":"\#(echo)"}"#,
            #"{"code":9,"message":"","details":["\#(String(repeating: "x", count: 500))\#(echo)"]}"#,
            "<html>\(String(repeating: " ", count: 400))\(echo)</html>", "",
        ]
        let byStatus = statuses.flatMap { status in
            bodies.map { CanaryOutcome(transport: MemoryTransport(.json($0, status: status, headers: headers(echo)))) }
        }
        let byCode = [100, 200, 300, 400, 999].map { code in
            CanaryOutcome(
                transport: MemoryTransport(.json(#"{"code":\#(code),"message":"\#(echo)"}"#, headers: headers(echo))),
                call: { _ = try await $0.send(SendParcel()) }
            )
        }
        return byStatus + byCode
    }

    private static func unreadable(_ echo: String) -> [CanaryOutcome] {
        let payloads = [
            #"{"id":"\#(echo)"}"#, #"{"id":{"\#(echo)":1}}"#, #"["\#(echo)"]"#, #""\#(echo)""#, #"{"id":1,"state":["\#(echo)"]}"#,
        ]
        let bodies =
            payloads.map { #"{"code":0,"data":\#($0)}"# } + [
                "\(echo)", #"{"\#(echo)""#, #"{"code":0,"data":{"id":1},"\#(echo)"#, #"{"code":0,"message":"\#(echo)"}"#,
            ]
        return bodies.map { CanaryOutcome(transport: MemoryTransport(.json($0, headers: headers(echo)))) } + [
            CanaryOutcome(transport: MemoryTransport(.json(echo)), configure: { $0.maximumBodySize = 8 })
        ]
    }

    private static func redirects(_ echo: String) -> [CanaryOutcome] {
        let query = PercentEncoding.query(echo)
        return [
            "https://cdn.test/file", "https://cdn.test/\(query)", "https://cdn.test/?a=\(query)", "http://cdn.test/", echo,
            "/next",
        ].map {
            location in
            CanaryOutcome(
                transport: MemoryTransport { _, number in
                    number == 1 ? .redirect(location) : .json("{}", status: 404, headers: headers(echo))
                }
            )
        }
    }

    private static func failures(_ echo: String) -> [CanaryOutcome] {
        HTTPTransportError.Reason.allCases.map { reason in
            CanaryOutcome(transport: MemoryTransport { _, _ in throw HTTPTransportError(reason, "sent \(echo)") })
        } + [
            CanaryOutcome(transport: MemoryTransport(.broken(#"{"\#(echo)"#))),
            CanaryOutcome(transport: MemoryTransport(.data("1")), configure: { $0.totalTimeout = .zero }),
        ]
    }

    private static func beforeSending(_ echo: String) -> [CanaryOutcome] {
        let fine = MemoryTransport(.data(#"{"id":1}"#))
        let userInfo = PercentEncoding.query(echo)
        return [
            CanaryOutcome(transport: fine, configure: { $0.credential = .none }),
            CanaryOutcome(transport: fine, configure: { $0.baseURL = URL(string: "http://10.0.0.1") }),
            CanaryOutcome(transport: fine, configure: { $0.credential = .token("\(echo)\r\nEvil: 1") }),
            CanaryOutcome(transport: fine, configure: { $0.baseURL = URL(string: "https://ann:\(userInfo)@x.test") }),
            CanaryOutcome(transport: fine, configure: { $0.baseURL = URL(string: "https://x.test/?token=\(userInfo)") }),
            CanaryOutcome(transport: fine, configure: { $0.additionalHeaders[.authorization] = echo }),
        ]
    }

    private static func lists(_ echo: String) -> [CanaryOutcome] {
        let page = #"{"list":[{"id":1,"key":"a"}],"total":40,"page":1}"#
        let replies: [MemoryTransport.Reply] = [
            .data(page), .json(#"{"code":200,"message":"\#(echo)"}"#, status: 404, headers: headers(echo)),
        ]
        return replies.map { reply in
            CanaryOutcome(
                transport: MemoryTransport { _, number in number == 1 ? .data(page) : reply },
                configure: { $0.readAheadPages = 0 },
                call: { for try await _ in $0.pages(of: PagingTests.ListRows(size: 1)) {} }
            )
        }
    }

    /// No credential goes to where a link leads, so that nobody there can repeat it.
    private static func downloads(_ folder: URL) -> [CanaryOutcome] {
        let links = ["https://storage.test/file", "https://api.parcels.test/file"].compactMap { URL(string: $0) }
        return links.flatMap { link in
            [
                MemoryTransport(.json("content", headers: [.contentDisposition: "attachment; filename=a.csv"])),
                MemoryTransport(.json("<Error/>", status: 403)), MemoryTransport(.broken("abc", headers: [.contentLength: "9"])),
                MemoryTransport { _, number in number == 1 ? .redirect("https://cdn.test/file") : .json("content") },
            ].flatMap { transport in
                [
                    CanaryOutcome(transport: transport, call: { for try await _ in try await $0.download(link) {} }),
                    CanaryOutcome(
                        transport: transport,
                        call: { _ = try await $0.download(link, to: folder.appending(path: "\(UUID())")) }
                    ),
                    CanaryOutcome(
                        transport: transport,
                        call: { _ = try await $0.download(link, to: folder.appending(path: "none/file")) }
                    ),
                ]
            }
        }
    }
}
