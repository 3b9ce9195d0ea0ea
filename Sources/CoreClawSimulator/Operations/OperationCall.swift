/// A request that has passed every check, as a handler sees it.
struct OperationCall: Sendable {
    let arguments: Arguments
    let version: APIVersion
    let repeatsPage: Bool
    /// Whether a page of another origin asks.
    let isForeign: Bool
    let service: Service
    /// The simulated time in Unix seconds; everything that was due by then has happened.
    let now: Int64

    var options: SimulatorOptions { service.options }
    var account: Account { service.account }

    /// A member of the body; nil when there is none.
    func member(_ name: String) -> JSON? { arguments.body?[name] }

    /// The window that `offset` and `limit`, or in v1 `page_index` and `page_size`, ask for in the query or the body.
    var page: Page { page(defaultSize: Page.defaultSize) }

    func page(defaultSize: Int64) -> Page {
        switch version {
        case .v1:
            Page(
                offset: member("page_index")?.integer,
                limit: member("page_size")?.integer ?? defaultSize,
                rule: .pages,
                maximumSize: 1000,
                repeatsPrevious: repeatsPage
            )
        case .v2:
            Page(
                offset: arguments.integer("offset") ?? member("offset")?.integer,
                limit: arguments.integer("limit") ?? member("limit")?.integer ?? defaultSize,
                rule: options.paging,
                repeatsPrevious: repeatsPage
            )
        }
    }

    /// A list with its total, and with its page where `echoes` says so.
    func list(_ elements: [JSON], count: Int, page: Page, echoes: Bool) -> JSON {
        let members = [
            JSON.Member(name: "count", value: .integer(Int64(count))), JSON.Member(name: "list", value: options.list(elements)),
        ]
        return .object(echoes ? members + page.echo : members)
    }
}
