extension OperationHandler {
    static let v1Starts: [OperationHandler] = [
        OperationHandler("v1ScraperRun") { call in
            let order = try call.order(from: await call.worker(named: call.member("scraper_slug")?.string))
            return try await call.started(try await call.account.start(order, at: call.now), .v1)
        }
    ]
}
