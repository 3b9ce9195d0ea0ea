import Foundation
import HTTPTypes
import JSONBytes
import Testing

@testable import APIRuntime

@Suite struct ResponseDecoderTests {
    private func decoder(
        _ body: String,
        status: Int = 200,
        envelope: EnvelopeDescriptor? = TestClient.service.envelope,
        key: String? = nil
    ) -> ResponseDecoder {
        ResponseDecoder(
            status: .init(code: status),
            headers: [:],
            body: Array(body.utf8),
            context: AnswerContext(
                operation: "op",
                envelope: envelope,
                catalogue: TestClient.service.catalogue,
                maximumNesting: 16,
                redactor: Redactor(key)
            )
        )
    }

    /// A parcel with a property that may be missing.
    private struct Delivery: JSONModel {
        var id = 0
        var weight: Int?
        var unknownMembers = JSONObject()
        init(placeholder: JSONPlaceholder) {}
        static let fields = JSONFields("id\nweight", optional: "weight")
        mutating func members(_ coder: inout JSONCoder) {
            coder.integer(&id)
            coder.integer(&weight)
        }
    }

    private struct GetDeliveries: APIOperation {
        typealias Output = [Delivery]
        static let descriptor = OperationDescriptor(
            id: "getDeliveries",
            method: .get,
            path: "/deliveries",
            idempotency: .safe,
            security: .required
        )
        func encode(into request: inout RequestEncoder) {}
    }

    @Test func anUnreadableOptionalValueIsNilAndLoggedOnce() async throws {
        let logs = LogRecorder()
        let transport = MemoryTransport(.data(#"[{"id":1,"weight":5},{"id":2,"weight":"secret"},{"id":3,"weight":{}}]"#))
        let client = TestClient.with(transport) { $0.logger = logs.logger }
        let deliveries = try await client.send(GetDeliveries())
        #expect(deliveries.map(\.weight) == [5, nil, nil])
        #expect(deliveries[1].unknownMembers == ["weight": "secret"])
        let lines = logs.text.split(separator: "\n").filter { $0.contains("optional value") }
        #expect(lines.count == 1)
        #expect(lines[0].contains("$.data[1].weight"))
        #expect(!logs.text.contains("secret"))
    }

    @Test func strictDecodingMakesItAnError() async throws {
        let transport = MemoryTransport(.data(#"[{"id":2,"weight":"heavy"}]"#))
        let client = TestClient.with(transport) { $0.strictDecoding = true }
        let error = await #expect(throws: APIError.self) { try await client.send(GetDeliveries()) }
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains(#"$.data[0].weight: expected an integer, found a string: "heavy""#) == true)
    }

    @Test func aRequiredValueIsAnErrorWithPathAndValue() async throws {
        let error = failure(#"{"code":0,"data":{"id":"seven"}}"#)
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains(#"$.data.id: expected an integer, found a string: "seven""#) == true)
        // The code tells more than a payload that is not as expected.
        #expect(failure(#"{"data":{"id":"seven"},"code":200}"#)?.kind == .notFound)
    }

    private func failure(_ body: String) -> APIError? {
        #expect(throws: APIError.self) { try decoder(body).json(Parcel.self) }
    }

    @Test(arguments: [
        #"{"code":0,"message":"ok","data":{"id":7}}"#, #"{"data":{"id":7},"code":0}"#, #"{"code":"0","data":{"id":7}}"#,
        #"{"code":0.0,"data":{"id":7},"more":[{}]}"#,
        #" {"code":0,"message":null,"data":{"id":7},"details":null,"request_id":5}"#,
    ])
    func readsThePayload(body: String) throws {
        #expect(try decoder(body).json(Parcel.self).id == 7)
    }

    @Test(arguments: [
        (#"{"data":{"id":7}}"#, "has no 'code'"), (#"{"code":null,"data":{"id":7}}"#, "has no 'code'"),
        (#"{"code":"ok","data":{"id":7}}"#, "has an unreadable 'code'"), (#"{"code":0.5}"#, "has an unreadable 'code'"),
        (#"{"code":99999999999999999999}"#, "has an unreadable 'code'"), (#"{"code":{}}"#, "has an unreadable 'code'"),
        ("<html>", "cannot be read"), ("", "has no body"), ("[1]", "cannot be read"),
    ])
    func answersWithoutAnEnvelopeAreUnexpected(body: String, expected: String) {
        let error = failure(body)
        #expect(error?.kind == .unexpectedAnswer)
        #expect(error?.message.contains(expected) == true)
    }

    @Test func aCodeOtherThanSuccessIsAnErrorInA200() {
        let error = failure(#"{"code":200,"message":"gone","data":{},"request_id":"r-9","details":["a","b"]}"#)
        #expect(error?.kind == .notFound)
        #expect(error?.code == 200)
        #expect(error?.message == "gone")
        #expect(error?.requestID == "r-9")
        #expect(error?.details == ["a", "b"])
        #expect(error?.status == .ok)
    }

    @Test(arguments: [
        (#""one""#, ["one"]), (#"["one",{"a":1},null,2]"#, ["one", #"{"a":1}"#, "null", "2"]),
        (#"{"field":"bad"}"#, ["field: bad"]),
        ("null", []), ("17", ["17"]),
    ])
    func detailsMayBeAnything(details: String, expected: [String]) {
        #expect(failure(#"{"code":9,"details":\#(details)}"#)?.details == expected)
    }

    @Test func namesThePathOfWhatCannotBeRead() throws {
        let body = #"{"code":0,"data":[{"id":1},{"id":2},{"id":"x"}],"request_id":"r-1"}"#
        let error = #expect(throws: APIError.self) { try decoder(body).json([Parcel].self) }
        #expect(error?.kind == .decoding)
        #expect((error?.underlying as? JSONError)?.path == "$.data[2].id")
        #expect(error?.message.contains("$.data[2].id") == true)
        #expect(error?.requestID == "r-1")
        #expect(error?.bodyExcerpt == body)
    }

    @Test func excerptsAreBounded() throws {
        let filler = String(repeating: "é", count: 5000)
        let error = failure(#"{"code":0,"more":"\#(filler)","data":{"id":"here"},"last":"\#(filler)"}"#)
        #expect((error?.bodyExcerpt?.count ?? .max) <= 512)
        #expect(error?.bodyExcerpt?.contains("here") == true)
    }

    @Test(arguments: [0, 50, 60])
    func theErrorBelowHoldsNoCredential(filler: Int) {
        let key = TestClient.key
        let text = String(repeating: "x", count: filler) + key + String(repeating: "y", count: 5000)
        let answer = decoder(#"{"code":0,"data":{"\#(key)":["\#(text)"]}}"#, key: key)
        let error = #expect(throws: APIError.self) { try answer.json([String: [Date]].self) }
        let below = error?.underlying as? JSONError
        #expect(below?.path == "$.data.[redacted][0]")
        #expect((below?.message.count ?? .max) < 120)
        for text in [below.map { "\($0)" }, error.map { "\($0)" }] { #expect(text?.contains(key.prefix(4)) == false) }
    }

    @Test(arguments: ["a", "secret-key-0123456789", String(repeating: "0123456789abcdef", count: 100)])
    func noExcerptHoldsAPieceOfACredential(filler: String) {
        let key = "k/" + String(repeating: "Q", count: 96) + "+k"
        for escaped in [key, key.replacing("/", with: #"\/"#).replacing("+", with: #"\u002b"#)] {
            for count in [1, 20, 24, 40] {
                let keys = String(repeating: escaped, count: count)
                let body = #"{"code":0,"more":"\#(keys)\#(filler)","data":{"id":"here"},"last":"\#(filler)\#(keys)"}"#
                let error = #expect(throws: APIError.self) { try decoder(body, key: key).json(Parcel.self) }
                #expect(error?.bodyExcerpt?.contains("here") == true)
                #expect(error?.bodyExcerpt?.contains("QQQ") == false)
            }
        }
    }

    @Test(arguments: [
        (#"{"code":0}"#, "$.data"), (#"{"code":0,"data":null}"#, "$.data"), (#"{"code":0,"data":{}}"#, "$.data.id"),
    ])
    func aMissingPayloadIsAnError(body: String, path: String) {
        let error = failure(body)
        #expect(error?.kind == .decoding)
        #expect((error?.underlying as? JSONError)?.path == path)
    }

    @Test func anOptionalPayloadMayBeMissing() throws {
        #expect(try decoder(#"{"code":0}"#).json(Parcel?.self) == nil)
        #expect(try decoder(#"{"code":0,"data":null}"#).json(Parcel?.self) == nil)
    }

    @Test func nestingIsBounded() {
        let deep = String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
        #expect(failure(#"{"code":0,"data":\#(deep)}"#)?.kind == .decoding)
    }

    @Test(arguments: [#"{"code":0}"#, #"{"code":0,"data":null}"#, #"{"code":"0","data":{"any":1}}"#])
    func operationsWithoutAResultIgnoreThePayload(body: String) throws {
        try decoder(body).requireSuccess()
    }

    @Test func operationsWithoutAResultCheckTheCode() {
        #expect(throws: APIError.self) { try decoder(#"{"code":5}"#).requireSuccess() }
        #expect(throws: APIError.self) { try decoder("<html>").requireSuccess() }
        #expect(throws: APIError.self) { try decoder("").requireSuccess() }
    }

    @Test func readsBareBodies() throws {
        #expect(try decoder(#"{"id":3}"#, envelope: nil).json(Parcel.self).id == 3)
        #expect(decoder("plain", envelope: nil).text() == "plain")
        #expect(decoder("plain", envelope: nil).bytes() == Array("plain".utf8))
    }

    @Test(arguments: [
        (400, APIError.Kind.validation), (401, .unauthorized), (403, .forbidden), (404, .notFound), (409, .conflict),
        (422, .validation),
        (429, .rateLimited), (418, .rejected), (500, .server), (503, .server), (304, .unexpectedAnswer),
    ])
    func anyBodyGivesTheErrorOfItsStatus(status: Int, kind: APIError.Kind) {
        for body in ["", "<html>Bad Gateway</html>", "{}", #"{"code":null}"#, #"{"code":12345}"#, "\u{0}"] {
            #expect(decoder(body, status: status).rejection().kind == kind)
        }
        #expect(decoder("", status: status).rejection().message == "The service answered HTTP \(status)")
    }

    @Test func theCatalogueKnowsBetterThanTheStatus() {
        let capacity = decoder(#"{"code":300}"#, status: 429).rejection()
        #expect(capacity.kind == .capacity)
        #expect(capacity.message == "Too many parcels at once")
        #expect(decoder(#"{"code":200}"#, status: 400).rejection().kind == .notFound)
    }

    @Test func anUnknownStatusIsUnexpected() {
        let error = decoder(#"{"code":0,"message":"accepted"}"#, status: 202).unexpectedStatus()
        #expect(error.kind == .unexpectedAnswer)
        #expect(error.status?.code == 202)
    }

    @Test func describesItselfInOneLine() {
        var error = decoder(#"{"code":200,"message":"gone","request_id":"r-1","details":"x"}"#, status: 404).rejection()
        error.attempts = 3
        #expect("\(error)" == "op: gone (notFound, HTTP 404, code 200, request r-1, 3 attempts) [x]")
    }
}
