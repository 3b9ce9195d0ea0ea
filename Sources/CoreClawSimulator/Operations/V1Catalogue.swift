extension OperationHandler {
    static let v1Catalogue: [OperationHandler] = [
        OperationHandler("v1ProxyRegion") { call in ["list": call.options.list(ProxyRegion.all(in: "en"))] },
        OperationHandler("v1ScraperDetail") { call in
            try await call.worker(named: call.arguments.string("slug")).v1Detail
        },
        OperationHandler("v1StoreSearch") { call in
            let found = await call.account.workers(inStore: true, keyword: call.arguments.string("search"))
            let limit = min(max(call.arguments.integer("limit") ?? 10, 1), 1000)
            return ["scraper": call.options.list(found.prefix(Int(limit)).map(\.v1Summary))]
        },
    ]
}
