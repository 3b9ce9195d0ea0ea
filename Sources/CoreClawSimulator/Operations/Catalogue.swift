extension OperationHandler {
    /// What anybody may read: the store and the regions.
    static let catalogue: [OperationHandler] = [
        OperationHandler("listProxyRegions") { call in
            ["list": call.options.list(ProxyRegion.all(in: call.arguments.string("language") ?? "en"))]
        },
        OperationHandler("listStore") { await $0.workers(inStore: true) },
    ]
}

extension OperationCall {
    /// A page of Workers; it tells neither a total nor its number.
    func workers(inStore: Bool) async -> JSON {
        let found = await account.workers(
            inStore: inStore,
            keyword: arguments.string("keyword").flatMap { $0.isEmpty ? nil : $0 }
        )
        return ["scraper": options.list(found[page.range(of: found.count)].map { $0.summary(options) })]
    }
}
