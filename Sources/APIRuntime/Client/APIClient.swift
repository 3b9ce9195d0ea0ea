#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A client of one service: a value made of its configuration, cheap to copy and with nothing to shut down.
public protocol APIClient: Sendable {
    /// What is fixed about the service.
    static var service: ServiceDescriptor { get }
    /// What the caller chose.
    var configuration: ClientConfiguration { get set }
    /// A client with a configuration.
    init(configuration: ClientConfiguration)
}

extension APIClient {
    /// A client with a key and a base URL, each taken from the environment on first need where it is nil.
    public init(
        apiKey: String? = nil,
        baseURL: URL? = nil,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) {
        var configuration = ClientConfiguration()
        if let apiKey { configuration.credential = .token(apiKey) }
        configuration.baseURL = baseURL
        configure(&configuration)
        self.init(configuration: configuration)
    }

    /// The same client with other options. It shares the connections and the credential's token.
    public func with(_ change: (inout ClientConfiguration) -> Void) -> Self {
        var copy = self
        change(&copy.configuration)
        return copy
    }

    /// Sends an operation and returns its payload.
    ///
    /// Throws an ``APIError``, or `CancellationError` as soon as the task is cancelled. If an unsafe operation is cancelled after it
    /// may have been sent, throws an ``APIError`` of kind ``APIError/Kind/cancelled``.
    public func send<O: APIOperation>(_ operation: O) async throws -> O.Output {
        try await response(to: operation).output
    }

    /// Sends an operation and returns its payload with status, headers, raw body and the number of attempts.
    ///
    /// Throws an ``APIError``, or `CancellationError` as soon as the task is cancelled. If an unsafe operation is cancelled after it
    /// may have been sent, throws an ``APIError`` of kind ``APIError/Kind/cancelled``.
    public func response<O: APIOperation>(to operation: O) async throws -> APIResponse<O.Output> {
        let call = try Call(operation, of: Self.service, configuration: configuration)
        return try await call.response { answer throws in try O.decode(answer) }
    }

    /// All items of a list, page after page; nothing is sent before the first is asked for.
    public func pages<O: PaginatedOperation>(of operation: O) -> PagedSequence<O> {
        PagedSequence(PageSource(client: self, operation: operation))
    }

    /// Polls until the state is final, and returns the response with that state, whether it means success or failure.
    ///
    /// A poll that fails temporarily does not end the wait.
    ///
    /// - Parameters:
    ///   - operation: The operation to poll.
    ///   - timeout: Maximum time to wait, or `nil` for no limit. Defaults to the limit of the operation.
    ///   - interval: Pause between polls, at least 0.1 seconds, or `nil` for the schedule of the operation.
    ///
    /// - Throws: ``WaiterTimeoutError`` with the last state when the time limit expires, an ``APIError`` if a poll fails permanently, or
    ///   `CancellationError`.
    public func wait<O: WaitableOperation>(
        for operation: O,
        timeout: Duration? = O.waiter.timeout,
        every interval: Duration? = nil
    ) async throws -> O.Output {
        var last: O.Output?
        for try await output in updates(of: operation, timeout: timeout, every: interval) { last = output }
        guard let last else { throw CancellationError() }
        return last
    }

    /// Polls until the state is final, and returns each response on the way.
    ///
    /// The parameters and errors are those of ``wait(for:timeout:every:)``.
    public func updates<O: WaitableOperation>(
        of operation: O,
        timeout: Duration? = O.waiter.timeout,
        every interval: Duration? = nil
    ) -> WaiterUpdates<O> {
        WaiterUpdates(client: self, operation: operation, timeout: timeout, interval: interval)
    }
}
