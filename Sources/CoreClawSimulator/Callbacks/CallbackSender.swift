/// Delivers callbacks: those of a run one after the other, those of different runs at the same time.
final class CallbackSender: Sendable {
    let outbox: CallbackOutbox
    private let delivery: Task<Void, Never>

    /// - Parameter repeats: Whether each callback is delivered twice, as a service may that promises at least one delivery.
    init(repeats: Bool = false, post: CallbackPost = CallbackPost()) {
        let outbox = CallbackOutbox()
        self.outbox = outbox
        delivery = Task {
            while !Task.isCancelled { await Self.deliverForALife(from: outbox, by: post, times: repeats ? 2 : 1) }
        }
    }

    deinit {
        delivery.cancel()
    }

    /// Sends JSON to an address at the next opportunity, after what was sent about the same run before.
    ///
    /// - Parameter isForeign: Whether a page of another origin asked for it; then it is only recorded.
    func send(_ body: JSON, to url: String, about runID: String, isForeign: Bool = false) async {
        await outbox.add(OutgoingCallback(runID: runID, url: url, body: body.bytes, isForeign: isForeign))
    }

    /// Breaks off every delivery; returns once nothing is sent any more.
    func stop() async {
        await outbox.close()
        delivery.cancel()
        await delivery.value
    }

    private static func deliverForALife(from outbox: CallbackOutbox, by post: CallbackPost, times: Int) async {
        await withDiscardingTaskGroup { group in
            for await event in outbox.events {
                switch event {
                case .due(let runID, let life):
                    group.addTask { await deliver(from: outbox, runID, in: life, by: post, times: times) }
                case .newLife:
                    group.cancelAll()
                    return
                }
            }
        }
    }

    private static func deliver(
        from outbox: CallbackOutbox,
        _ runID: String,
        in life: Int,
        by post: CallbackPost,
        times: Int
    ) async {
        while let callback = await outbox.next(of: runID, in: life) {
            for _ in 0..<times {
                guard !Task.isCancelled else { return }
                await outbox.record(post.deliver(callback, notTo: outbox.ownPorts), in: life)
            }
        }
    }
}
