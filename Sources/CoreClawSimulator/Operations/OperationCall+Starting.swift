extension OperationCall {
    /// The longest time that a caller waits for a run, seconds.
    private static let longestWait: Int64 = 300

    /// Who is to be told of a run's changes.
    var callback: RunCallback? {
        guard let url = member("callback_url")?.string, !url.isEmpty else { return nil }
        return RunCallback(url: url, version: version, isForeign: isForeign)
    }

    /// What a body with input and version orders from a Worker.
    ///
    /// - Throws: ``ServiceFailure`` for an input that is not nested as it must be, and for a version that does not exist.
    func order(from worker: Worker) throws(ServiceFailure) -> RunOrder {
        let input = member("input") ?? .null
        guard input["parameters"]?["custom"]?.isObject == true else {
            throw ServiceFailure(status: 400, details: ["input.parameters.custom is required"])
        }
        return RunOrder(worker: worker, version: try worker.version(member("version")?.string), input: input, callback: callback)
    }

    /// The answer to a start: at once, or when the run has ended if the body says `is_async: false`.
    func started(_ run: Run, _ answer: WaitedAnswer) async throws -> JSON {
        guard member("is_async")?.bool == false else { return ["run_slug": .string(run.id)] }
        // Others wait for what this run will do.
        await service.clock.announceChange()
        let (ended, time) = try await end(of: run)
        return ended.waitedAnswer(at: time, answer, page: page(defaultSize: answer == .v1 ? 10 : Page.defaultSize), options)
    }

    /// The run at its end, or after the longest wait.
    private func end(of started: Run) async throws -> (Run, Int64) {
        let limit = now + Self.longestWait
        while true {
            let changes = await service.clock.changeCount
            let time = await account.settle(at: service.clock.seconds)
            let run = await account.run(started.id) ?? started
            guard !run.timeline.state(at: time).status.isFinal, time < limit else { return (run, time) }
            try Task.checkCancellation()
            await service.clock.wait(until: min(run.timeline.nextChange(after: time) ?? limit, limit), since: changes)
        }
    }
}
