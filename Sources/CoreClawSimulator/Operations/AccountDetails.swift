extension OperationHandler {
    static let account: [OperationHandler] = [
        OperationHandler("getAccount") { call in
            let expiry = JSON.integer(call.account.balanceExpiresAt)
            let hasTraffic = call.options.accountMembers == .withTraffic
            return .object(
                optional: [
                    ("balance", .string(await call.account.balance.amount)),
                    ("balance_expiration_at", expiry),
                    ("traffic", hasTraffic ? .integer(Account.traffic) : nil),
                    ("traffic_expiration_at", hasTraffic ? expiry : nil),
                ]
            )
        },
        OperationHandler("v1AccountInfo") { call in
            [
                "balance": .string(await call.account.balance.amount),
                "traffic": .integer(Account.traffic),
                "traffic_expiration_at": .integer(call.account.balanceExpiresAt),
            ]
        },
    ]
}
