import APIRuntime
import HTTPTypes
import Testing
import Tracing

@Suite struct ObservabilityTests {
    struct Observed: APIOperation {
        typealias Output = Parcel
        static let descriptor = OperationDescriptor(
            id: "observed",
            method: .get,
            path: "/observed/{id}",
            idempotency: .safe,
            security: .required
        )
        func encode(into request: inout RequestEncoder) {
            request.path("id", "a b")
            request.query("q", "private")
        }
    }

    @Test func tracesMeasuresAndLogsEveryAttempt() async throws {
        let tracer = RecordingTracer.shared
        let metrics = RecordingMetrics.shared
        let logs = LogRecorder()
        let transport = MemoryTransport(.json(#"{"code":400,"message":"broken"}"#, status: 500), .data(#"{"id":1}"#))
        let client = TestClient.with(transport) {
            $0.logger = logs.logger
            $0.credential = .token(TestClient.key, scheme: .apiKey(in: .query, name: "token"))
        }
        _ = try await client.send(Observed())

        #expect(transport.paths[0] == "/root/observed/a%20b?q=private&token=\(TestClient.key)")
        #expect(transport.requests.map { $0.headerFields[HTTPField.Name("traceparent")!] } == ["trace-1", "trace-1"])

        let spans = tracer.spans(template: "/observed/{id}")
        #expect(spans.map(\.operationName) == ["GET /observed/{id}", "GET /observed/{id}"])
        #expect(spans.allSatisfy { $0.kind == .client })
        #expect(spans.map { $0.attribute("http.request.method") } == ["GET", "GET"])
        #expect(spans.map { $0.attribute("http.response.status_code") } == ["500", "200"])
        #expect(spans.map { $0.attribute("http.request.resend_count") } == [nil, "1"])
        #expect(spans.map { $0.attribute("error.type") } == ["server", nil])
        #expect(spans[0].status?.code == .error)
        #expect(spans[0].attribute("url.full") == "https://api.parcels.test/root/observed/a%20b")
        #expect(spans[0].attribute("server.address") == "api.parcels.test")
        #expect(spans[0].attribute("server.port") == "443")

        #expect(metrics.recorded("http.client.requests[operation=observed,outcome=500]") == [1])
        #expect(metrics.recorded("http.client.requests[operation=observed,outcome=200]") == [1])
        #expect(metrics.recorded("http.client.retries[operation=observed]") == [1])
        #expect(metrics.recorded("http.client.request.duration[operation=observed,outcome=200]").count == 1)

        let texts = logs.text + spans.map { "\($0.attributes)\($0.errors)" }.joined()
        #expect(logs.text.contains("debug request failed attempt=1"))
        #expect(logs.text.contains("info request will be retried"))
        #expect(logs.text.contains("status=200"))
        #expect(!texts.contains("private"))
        #expect(!texts.contains(TestClient.key))
    }
}
