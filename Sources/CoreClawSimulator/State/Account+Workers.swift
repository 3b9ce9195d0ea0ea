extension Account {
    /// The Worker with a slug or a path.
    func worker(_ identifier: String, acceptsSlash: Bool) -> Worker? {
        workers.first { $0.isNamed(identifier, acceptsSlash: acceptsSlash) }
    }

    /// The Workers in the store, or those of the account, that a search text finds; no text finds all.
    func workers(inStore: Bool, keyword: String?) -> [Worker] {
        workers.filter { worker in
            (inStore ? worker.isPublic : worker.isOwn) && (keyword.map { worker.matches(keyword: $0) } ?? true)
        }
    }

    /// Adds a Worker, in place of one with the same slug or path.
    func add(_ worker: Worker) {
        workers.removeAll { $0.slug == worker.slug || ($0.owner == worker.owner && $0.name == worker.name) }
        workers.append(worker)
    }
}
