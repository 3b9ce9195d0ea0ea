/// How many chunks a reader has asked for: whoever sends them waits for the next question.
actor Demand {
    private var granted = 0
    private var isOver = false
    private var waiting: CheckedContinuation<Void, Never>?

    /// Asks for one more.
    func grant() {
        granted += 1
        resume()
    }

    /// Nobody asks any more.
    func end() {
        isOver = true
        resume()
    }

    /// Waits until one more is asked for; throws `CancellationError` once nobody asks any more.
    ///
    /// It does not end when its own task is cancelled: that is the doing of a time limit, not of the reader.
    func next() async throws {
        if granted == 0, !isOver {
            await withCheckedContinuation { waiting = $0 }
        }
        guard !isOver else { throw CancellationError() }
        granted -= 1
    }

    private func resume() {
        waiting?.resume()
        waiting = nil
    }
}
