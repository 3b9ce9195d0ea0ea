extension OperationHandler {
    static let starts: [OperationHandler] = [
        OperationHandler("runWorker") { call in
            let order = try call.order(from: await call.pathWorker())
            return try await call.started(try await call.account.start(order, at: call.now), .start)
        }
    ]
}
