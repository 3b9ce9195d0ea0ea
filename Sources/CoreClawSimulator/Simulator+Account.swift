import Foundation

extension Simulator {
    /// What the account can spend, USD.
    public var balance: Decimal {
        get async { await account.balance }
    }

    /// Changes what the account can spend, in USD; 0 lets every start be refused, and queued runs wait.
    ///
    /// - Throws: ``SimulatorError/invalidOption(_:)`` for something that is not a number.
    public func setBalance(_ balance: Decimal) async throws {
        guard balance.isFinite else { throw SimulatorError.invalidOption("the balance is not a number") }
        await account.setBalance(balance)
    }

    /// Goes back to the beginning: the account holds what it held at first, its times lying around the present moment of the
    /// clock, no fault is planned, what was received and delivered is forgotten, callbacks that were still to come never do, and
    /// links to files lead nowhere.
    public func reset() async {
        await beginning.perform()
    }

    /// Adds a Worker, in place of one with the same slug or path; runs and tasks that there are keep the old one.
    ///
    /// - Throws: ``SimulatorError/invalidOption(_:)`` when the Worker cannot work.
    public func add(worker: SimulatedWorker) async throws {
        try worker.check()
        await account.add(worker.worker)
    }
}

extension Account {
    func setBalance(_ amount: Decimal) { balance = amount }
}
