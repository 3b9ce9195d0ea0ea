import JSONBytes

/// One operation of a service as a value: its parameters, how they are encoded, and how its answer is decoded.
public protocol APIOperation: Sendable {
    /// What a successful answer holds.
    associatedtype Output: Sendable
    /// What is fixed about the operation.
    static var descriptor: OperationDescriptor { get }
    /// The limit of one attempt where it must be another than the client's; by default the descriptor's.
    var timeout: Duration? { get }
    /// Writes the parameters and the body into a request.
    func encode(into request: inout RequestEncoder)
    /// Reads the output from an answer with a 2xx status.
    static func decode(_ response: ResponseDecoder) throws -> Output
}

extension APIOperation {
    /// The descriptor's limit.
    public var timeout: Duration? { Self.descriptor.timeout }
}

extension APIOperation where Output: JSONCodable {
    /// Reads the payload through the envelope.
    public static func decode(_ response: ResponseDecoder) throws -> Output {
        try response.json(Output.self)
    }
}

extension APIOperation where Output == Void {
    /// Checks the envelope and ignores the payload; an empty body is fine.
    public static func decode(_ response: ResponseDecoder) throws {
        try response.requireSuccess()
    }
}
