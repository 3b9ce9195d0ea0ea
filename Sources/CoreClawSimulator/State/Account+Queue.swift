extension Account {
    /// The items with a status, or all; newest first.
    func queueItems(_ status: String?) -> [QueueItem] {
        queue.reversed().filter { item in status.map { item.status.rawValue == $0 } ?? true }
    }

    /// Puts a run into the queue, whatever the balance.
    func enqueue(_ order: RunOrder, at time: Int64) -> QueueItem {
        settle(at: time)
        lastQueueRef += 1
        let item = QueueItem(ref: String(lastQueueRef), order: order)
        queue.append(item)
        return item
    }

    /// Starts the runs of waiting items, each by itself.
    func activate(_ refs: [String], at time: Int64) -> [QueueOutcome] {
        settle(at: time)
        return refs.map { ref in
            change(ref) { item throws(ServiceFailure) in
                _ = try start(item.order, at: now)
                item.status = .inactive
            }
        }
    }

    /// Gives up waiting items for good.
    func release(_ refs: [String], reason: String, at time: Int64) -> [QueueOutcome] {
        settle(at: time)
        return refs.map { ref in
            change(ref) { item throws(ServiceFailure) in
                item.status = .inactive
                item.reason = reason
            }
        }
    }

    private func change(_ ref: String, _ change: (inout QueueItem) throws(ServiceFailure) -> Void) -> QueueOutcome {
        guard let position = queue.firstIndex(where: { $0.ref == ref }) else {
            return QueueOutcome(ref: ref, error: "item does not exist")
        }
        guard queue[position].status == .waiting else {
            return QueueOutcome(ref: ref, error: "item is not in waiting state")
        }
        var item = queue[position]
        do {
            try change(&item)
        } catch {
            return QueueOutcome(ref: ref, error: error.text)
        }
        queue[position] = item
        return QueueOutcome(ref: ref)
    }
}
