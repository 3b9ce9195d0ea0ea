import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

/// Refusals that say that an earlier attempt did what was asked for.
@Suite struct RepeatedCallTests {
    /// What the first attempt meets.
    enum First: Sendable {
        case lost(HTTPTransportError.Reason)
        case status(Int)
        /// The refusal that every later attempt meets.
        case refusal
    }

    /// Meets the first, and then the same refusal each time.
    private func transport(_ first: First, _ refusal: MemoryTransport.Reply) -> MemoryTransport {
        MemoryTransport { _, number in
            switch first {
            case .lost(let reason) where number == 1: throw HTTPTransportError(reason, "failed")
            case .status(let status) where number == 1: return .json("<html>", status: status)
            default: return refusal
            }
        }
    }

    private func check<O: APIOperation>(_ operation: O, _ transport: MemoryTransport, isDone: Bool, else kind: APIError.Kind)
        async throws
    where O.Output == Void {
        let client = TestClient.with(transport)
        if isDone {
            #expect(try await client.response(to: operation).attempts == 2)
        } else {
            #expect(await apiError { try await client.send(operation) }?.kind == kind)
        }
    }

    private static let notFound = #"{"code":200,"message":"no such parcel"}"#
    private static let html = "<html>default backend - 404</html>"

    @Test(arguments: [
        (First.lost(.interrupted), notFound, true), (.status(500), notFound, true), (.status(503), notFound, true),
        (.lost(.connectionRefused), notFound, false), (.status(429), notFound, false), (.refusal, notFound, false),
        // No word of the service's, or another.
        (.lost(.interrupted), html, false), (.status(502), html, false), (.status(502), #"{"message":"no route"}"#, false),
        (.status(502), #"{"code":404}"#, false), (.status(502), #"{"code":400}"#, false), (.lost(.interrupted), "", false),
    ])
    func aDeletionIsDoneWhenTheServiceSaysThatNothingIsLeft(first: First, answer: String, isDone: Bool) async throws {
        let transport = transport(first, .json(answer, status: 404))
        try await check(DeleteParcel(), transport, isDone: isDone, else: .notFound)
    }

    private struct DeleteLabel: APIOperation {
        typealias Output = Void
        static let descriptor = OperationDescriptor(
            id: "deleteLabel",
            method: .delete,
            path: "/labels/1",
            idempotency: .idempotent,
            security: .required,
            envelope: .none
        )
        func encode(into request: inout RequestEncoder) {}
    }

    @Test(arguments: [
        (First.lost(.interrupted), true), (.status(500), false), (.status(502), false), (.lost(.connectionRefused), false),
        (.refusal, false),
    ])
    func whereAnswersHaveNoCodeADeletionIsDoneAfterALostAnswer(first: First, isDone: Bool) async throws {
        try await check(DeleteLabel(), transport(first, .json(Self.html, status: 404)), isDone: isDone, else: .notFound)
    }

    private struct AbortParcel: APIOperation {
        typealias Output = Void
        static let descriptor = OperationDescriptor(
            id: "abortParcel",
            method: .post,
            path: "/parcels/p1/abort",
            idempotency: .idempotent,
            security: .required,
            doneWhenRepeated: [500]
        )
        func encode(into request: inout RequestEncoder) {}
    }

    @Test(arguments: [
        (First.lost(.interrupted), 500, true), (.status(503), 500, true), (.refusal, 500, false),
        (.lost(.connectionRefused), 500, false), (.status(429), 500, false), (.lost(.interrupted), 501, false),
    ])
    func someCodesSayThatItIsDone(first: First, code: Int, isDone: Bool) async throws {
        let transport = transport(first, .json(#"{"code":\#(code),"message":"over"}"#, status: 409))
        try await check(AbortParcel(), transport, isDone: isDone, else: .conflict)
    }
}
