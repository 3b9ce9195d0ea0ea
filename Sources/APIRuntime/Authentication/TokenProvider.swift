/// The token of a provider, shared by all copies of a credential.
///
/// A token is kept until a service rejects it. All callers that need one at the same time share one request to the provider.
actor TokenProvider {
    /// A token, with the number of the request that returned it.
    struct Token: Sendable {
        let text: String
        let number: Int
    }

    private struct Request {
        let number: Int
        let task: Task<Void, Never>
        var waiters: [Int: CheckedContinuation<Token, any Error>] = [:]
    }

    private let provide: @Sendable () async throws -> String
    private var token: Token?
    private var request: Request?
    private var requests = 0
    private var waiters = 0

    init(_ provide: @escaping @Sendable () async throws -> String) {
        self.provide = provide
    }

    /// The kept token, or the provider's next one.
    ///
    /// Throws what the provider throws, to all callers that waited for it. A cancelled caller gets its `CancellationError` at once
    /// and leaves the request to the others; the last one cancels it.
    func current() async throws -> Token {
        try Task.checkCancellation()
        if let token { return token }
        waiters += 1
        let id = waiters
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // The handler may have run before there was anything to take away.
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                if request == nil { request = start() }
                request?.waiters[id] = continuation
            }
        } onCancel: {
            Task { await self.leave(id) }
        }
    }

    /// Drops a token that a service has rejected, unless a newer one is kept already.
    func reject(_ number: Int) {
        if token?.number == number { token = nil }
    }

    /// How many callers wait for the provider.
    var waiting: Int { request?.waiters.count ?? 0 }

    private func start() -> Request {
        requests += 1
        let number = requests
        let task = Task { [provide] in
            do {
                let text = try await provide().trimmingSpaces()
                finish(number, .success(Token(text: text, number: number)))
            } catch {
                finish(number, .failure(error))
            }
        }
        return Request(number: number, task: task)
    }

    private func finish(_ number: Int, _ result: Result<Token, any Error>) {
        // A request that all callers have left may still return something.
        guard let request, request.number == number else { return }
        self.request = nil
        if case .success(let token) = result, !token.text.isEmpty { self.token = token }
        for waiter in request.waiters.values { waiter.resume(with: result) }
    }

    private func leave(_ id: Int) {
        guard let waiter = request?.waiters.removeValue(forKey: id) else { return }
        waiter.resume(throwing: CancellationError())
        guard let request, request.waiters.isEmpty else { return }
        request.task.cancel()
        self.request = nil
    }
}
