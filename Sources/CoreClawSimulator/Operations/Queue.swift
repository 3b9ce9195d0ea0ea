extension OperationHandler {
    static let queue: [OperationHandler] =
        [
            OperationHandler("queuedRunWorker") { call in
                let item = await call.account.enqueue(try call.order(from: await call.pathWorker()), at: call.now)
                return .object(item.json.members + [JSON.Member(name: "queued", value: true)])
            },
            OperationHandler("listRunQueueItems") { call in
                let items = await call.account.queueItems(call.arguments.string("status").flatMap { $0.isEmpty ? nil : $0 })
                let shown = items[call.page.range(of: items.count)].map(\.json)
                return call.list(shown, count: items.count, page: call.page, echoes: call.options.pageEcho == .everywhere)
            },
            OperationHandler("activateRunQueueItems") { call in
                ["results": call.options.list(await call.account.activate(call.queueRefs, at: call.now).map(\.json))]
            },
        ]
        + each("releaseRunQueueItems", "releaseRunQueueItem") { call in
            let refs = call.arguments.string("queueId").map { [$0] } ?? call.queueRefs
            let outcomes = await call.account.release(refs, reason: call.member("reason")?.string ?? "", at: call.now)
            return ["results": call.options.list(outcomes.map(\.json))]
        }
}

extension OperationCall {
    fileprivate var queueRefs: [String] { (member("queue_refs")?.elements ?? []).compactMap(\.string) }
}
