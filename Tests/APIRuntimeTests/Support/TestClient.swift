import APIRuntime
import Foundation
import JSONBytes
import Logging

/// A client of a made-up service.
struct TestClient: APIClient {
    static let service = ServiceDescriptor(
        name: "Parcels",
        environmentPrefix: "PARCELS",
        userAgent: "parcels-swift/1.0",
        servers: ["https://api.parcels.test/root"],
        security: [.bearer, .apiKey(in: .header, name: "api-key"), .apiKey(in: .query, name: "token")],
        envelope: EnvelopeDescriptor(
            code: "code",
            success: 0,
            message: "message",
            payload: "data",
            requestID: "request_id",
            details: "details"
        ),
        errorCodes: [
            ErrorCode(100, "RATE_LIMITED", "Too many requests", retry: .always),
            ErrorCode(200, "PARCEL_NOT_FOUND", "No such parcel", retry: .never),
            ErrorCode(300, "PLAN_LIMITED", "Too many parcels at once", retry: .afterCapacity),
            ErrorCode(400, "INTERNAL", "Something broke", retry: .reads),
        ]
    )

    var configuration: ClientConfiguration

    init(configuration: ClientConfiguration) { self.configuration = configuration }

    static let key = Canary.key

    static func with(
        _ transport: MemoryTransport,
        clock: TestClock = TestClock(),
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) -> TestClient {
        TestClient(apiKey: key) { configuration in
            configuration.transport = transport
            configuration.clock = clock
            configuration.environment = { _ in nil }
            configure(&configuration)
        }
    }
}

extension ClientConfiguration {
    /// Takes away the limits in real time, any of which may pass on a busy machine.
    mutating func removeTimeLimits() {
        connectTimeout = .seconds(3600)
        attemptTimeout = .seconds(3600)
        totalTimeout = nil
        idleTimeout = nil
    }
}

struct Parcel: JSONModel {
    var id = 0
    var state = ""
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    init(id: Int, state: String = "") {
        self.id = id
        self.state = state
    }

    static let fields = JSONFields("id\nstate", optional: "state")

    mutating func members(_ coder: inout JSONCoder) {
        coder.integer(&id)
        var text: String? = state
        coder.string(&text, absent: "")
        state = text ?? ""
    }
}

struct ParcelID: Identifier {
    let rawValue: String
    init(rawValue: String) { self.rawValue = Self.rules.normalized(rawValue) }
    static let rules = IdentifierRules(replacing: ["/": "~"], reserved: ["last"])
}

struct GetParcel: APIOperation {
    typealias Output = Parcel
    var id: ParcelID = "p1"
    static let descriptor = OperationDescriptor(
        id: "getParcel",
        method: .get,
        path: "/parcels/{parcelId}",
        idempotency: .safe,
        security: .required
    )
    func encode(into request: inout RequestEncoder) { request.path("parcelId", id) }
}

struct SendParcel: APIOperation {
    typealias Output = Parcel
    var parcel = Parcel(id: 1)
    static let descriptor = OperationDescriptor(
        id: "sendParcel",
        method: .post,
        path: "/parcels",
        idempotency: .unsafe,
        security: .required
    )
    func encode(into request: inout RequestEncoder) { request.json(parcel) }
}

struct DeleteParcel: APIOperation {
    typealias Output = Void
    static let descriptor = OperationDescriptor(
        id: "deleteParcel",
        method: .delete,
        path: "/parcels/p1",
        idempotency: .idempotent,
        security: .required
    )
    func encode(into request: inout RequestEncoder) {}
}

struct GetRates: APIOperation {
    typealias Output = JSONValue
    static let descriptor = OperationDescriptor(
        id: "getRates",
        method: .get,
        path: "/rates",
        idempotency: .safe,
        security: .none
    )
    func encode(into request: inout RequestEncoder) {}
}
