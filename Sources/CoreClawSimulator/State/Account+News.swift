extension Account {
    /// Hands over what has become known about runs with a callback, in its order; returns once it is on its way.
    func tellNews() async {
        guard !news.isEmpty || telling != nil else { return }
        let (next, previous) = (news, telling)
        news = []
        let task = Task { [callbacks] in
            // Those before come first, whoever hands them over.
            await previous?.value
            for item in next {
                switch item {
                case .change(let id, let body, let callback):
                    await callbacks.send(body, to: callback.url, about: id, isForeign: callback.isForeign)
                case .beginning: await callbacks.outbox.startAnew()
                }
            }
        }
        telling = task
        await task.value
        if telling == task { telling = nil }
    }
}
