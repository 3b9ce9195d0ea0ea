extension Run {
    /// A page of the result rows there are by now.
    func results(in page: Page, at now: Int64, _ version: APIVersion, _ options: SimulatorOptions) -> JSON {
        let count = rowCount(at: now)
        let shown = page.range(of: count).map { rows.row(at: $0, of: id, options) }
        return .object(
            [
                JSON.Member(name: "count", value: .integer(Int64(count))),
                JSON.Member(name: "headers", value: options.list(rows.columns.map { $0.header(version) })),
                JSON.Member(name: "list", value: options.list(shown)),
            ] + page.echo
        )
    }
}
