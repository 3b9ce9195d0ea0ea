extension Simulator {
    /// The callbacks that were delivered or given up so far, in that order; beyond ten thousand the oldest are forgotten.
    public var callbacks: [DeliveredCallback] {
        get async { await callbackSender.outbox.delivered }
    }

    /// Waits until every callback that is due has been delivered or given up, at most about three minutes for each.
    ///
    /// ```swift
    /// await simulator.clock.advance(by: .seconds(60))
    /// await simulator.callbacksDelivered()
    /// #expect(await simulator.callbacks.last?.isAccepted == true)
    /// ```
    public func callbacksDelivered() async {
        await account.settle(at: clock.seconds)
        await account.tellNews()
        await callbackSender.outbox.untilIdle()
    }

    /// Forgets the callbacks that were delivered or given up.
    public func clearCallbacks() async {
        await callbackSender.outbox.forgetDelivered()
    }
}
