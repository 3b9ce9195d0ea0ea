import CoreClaw

/// Takes in what the service tells about runs, and hands on each run that has succeeded, once.
actor RunInbox {
    private let coreclaw: CoreClawClient
    private let secret: String
    private let take: @Sendable (Run) async throws -> Void
    private var taken: Set<RunID> = []

    init(_ coreclaw: CoreClawClient, secret: String, take: @escaping @Sendable (Run) async throws -> Void) {
        (self.coreclaw, self.secret, self.take) = (coreclaw, secret, take)
    }

    /// The HTTP status to answer a request with.
    func receive(_ body: some Collection<UInt8> & Sendable, secret: String) async throws -> Int {
        guard secret == self.secret else { return 404 }
        guard let callback = try? RunCallback(json: body) else { return 400 }
        let run = try await coreclaw.runs.get(callback.id)
        guard run.status == .succeeded, taken.insert(run.id).inserted else { return 204 }
        do {
            try await take(run)
        } catch {
            taken.remove(run.id)
            throw error
        }
        return 204
    }
}
