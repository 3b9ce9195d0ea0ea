extension QueueItem {
    /// The items of ``SeededQueue``, oldest first.
    static let seeded: [QueueItem] = [
        QueueItem(ref: SeededQueue.released, order: .demo, status: .inactive),
        QueueItem(ref: SeededQueue.inactive, order: .maps, status: .inactive),
        QueueItem(ref: SeededQueue.waiting, order: .maps),
    ]
}

extension RunOrder {
    fileprivate static let maps = RunOrder(
        worker: .maps,
        version: Worker.maps.version,
        input: ["parameters": ["custom": ["keywords": ["coffee"], "base_location": "New York,USA", "max_results": 1]]],
        callback: nil
    )

    fileprivate static let demo = RunOrder(
        worker: .demo,
        version: Worker.demo.version,
        input: ["parameters": ["custom": ["keyword": "coffee"]]],
        callback: nil
    )
}
