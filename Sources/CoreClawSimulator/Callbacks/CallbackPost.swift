import AsyncHTTPClient
import NIOCore

/// The sending of one callback, with its repetitions.
struct CallbackPost: Sendable {
    /// The pauses between tries, of which there is one more.
    private static let pauses: [Duration] = [.milliseconds(200), .milliseconds(600)]

    /// One for the whole process: it must be shut down before it is let go of, and a simulator may be let go of at any time.
    private static let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // Tries are counted here, and a test that collects spans means its own.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.tracing.tracer = nil
        return configuration
    }

    /// How long to wait for the response to each try; longer than any machine is busy.
    var timeout = TimeAmount.seconds(60)
    /// Whom to send to.
    var rule = CallbackRule.loopback

    /// Sends until an answer below 500 comes, three times at the most.
    ///
    /// - Parameter ownPorts: The ports of this machine that nothing is sent to.
    func deliver(_ callback: OutgoingCallback, notTo ownPorts: Set<Int>) async -> DeliveredCallback {
        if let reason = refusal(of: callback, ownPorts) { return result(of: callback, tries: 0, .failed(reason: reason)) }
        let request = request(for: callback)
        for (index, pause) in Self.pauses.enumerated() {
            let outcome = await send(request)
            if !isWorthRepeating(outcome) { return result(of: callback, tries: index + 1, outcome) }
            do {
                try await Task.sleep(for: pause)
            } catch {
                return result(of: callback, tries: index + 1, outcome)
            }
        }
        return result(of: callback, tries: Self.pauses.count + 1, await send(request))
    }

    /// Why nothing is sent; nil when nothing is in the way. Never quotes the address, which may hold a secret.
    private func refusal(of callback: OutgoingCallback, _ ownPorts: Set<Int>) -> String? {
        guard let address = CallbackAddress(callback.url) else { return "the URL is not an http or https address" }
        if callback.isForeign { return "a page of another origin started the run" }
        if !rule.allows(host: address.host) { return "callbacks are sent to this machine alone" }
        if Loopback.contains(host: address.host), ownPorts.contains(address.port) {
            return "the simulator sends nothing to itself"
        }
        return nil
    }

    private func request(for callback: OutgoingCallback) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: callback.url)
        request.method = .POST
        request.headers = ["Content-Type": "application/json", "User-Agent": "CoreClawSimulator"]
        request.body = .bytes(ByteBuffer(bytes: callback.body))
        return request
    }

    /// Reads no more of the answer than its status, on which everything depends.
    private func send(_ request: HTTPClientRequest) async -> DeliveredCallback.Outcome {
        do {
            return .answered(status: Int(try await Self.client.execute(request, timeout: timeout).status.code))
        } catch {
            return .failed(reason: "\(error)")
        }
    }

    private func isWorthRepeating(_ outcome: DeliveredCallback.Outcome) -> Bool {
        switch outcome {
        case .answered(let status): status >= 500
        case .failed: true
        }
    }

    private func result(
        of callback: OutgoingCallback,
        tries: Int,
        _ outcome: DeliveredCallback.Outcome
    ) -> DeliveredCallback {
        DeliveredCallback(runID: callback.runID, url: callback.url, body: callback.body, tries: tries, outcome: outcome)
    }
}
