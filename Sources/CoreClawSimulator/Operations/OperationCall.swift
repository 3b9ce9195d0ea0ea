/// A request that has passed every check, as a handler sees it.
struct OperationCall: Sendable {
    let arguments: Arguments
    let version: APIVersion
    let repeatsPage: Bool
    let service: Service

    /// The window that `offset` and `limit` ask for.
    var page: Page {
        Page(
            offset: arguments.integer("offset"),
            limit: arguments.integer("limit"),
            rule: service.options.paging,
            repeatsPrevious: repeatsPage
        )
    }

    /// The simulated time in Unix seconds.
    var now: Int64 {
        get async { await service.clock.seconds }
    }
}
