/// Delivers callbacks: those of a run one after the other, those of different runs at the same time.
final class CallbackSender: Sendable {
    let outbox: CallbackOutbox
    private let runs: AsyncStream<String>.Continuation
    private let delivery: Task<Void, Never>

    /// - Parameter repeats: Whether each callback is delivered twice, as a service may that promises at least one delivery.
    init(repeats: Bool = false, post: CallbackPost = CallbackPost()) {
        let outbox = CallbackOutbox()
        let (stream, runs) = AsyncStream.makeStream(of: String.self)
        (self.outbox, self.runs) = (outbox, runs)
        delivery = Task {
            await withDiscardingTaskGroup { group in
                for await runID in stream {
                    group.addTask { await Self.deliver(from: outbox, runID, by: post, times: repeats ? 2 : 1) }
                }
            }
        }
    }

    deinit {
        delivery.cancel()
    }

    /// Sends JSON to an address at the next opportunity, after what was sent about the same run before.
    func send(_ body: JSON, to url: String, about runID: String) async {
        let callback = OutgoingCallback(runID: runID, url: url, body: body.bytes)
        if await outbox.add(callback) { runs.yield(runID) }
    }

    /// Breaks off every delivery; returns once nothing is sent any more.
    func stop() async {
        await outbox.close()
        delivery.cancel()
        await delivery.value
    }

    private static func deliver(from outbox: CallbackOutbox, _ runID: String, by post: CallbackPost, times: Int) async {
        while let callback = await outbox.next(of: runID) {
            for _ in 0..<times {
                guard !Task.isCancelled else { return }
                await outbox.record(post.deliver(callback))
            }
        }
    }
}
