import APIModel

/// From deprecated operations to those that replace them.
struct MigrationPage: Page {
    static let template = "Migration"

    let fileName = "Migration.md"
    let rows: [Row]

    struct Row {
        let old: OperationRow
        let new: OperationRow
    }

    /// The page, if any operation has a successor.
    init?(_ api: API) {
        rows = api.operations.compactMap { operation in
            operation.replacement.flatMap { replacement in api.operations.first { $0.pageName == replacement.page } }
                .map { Row(old: OperationRow(operation), new: OperationRow($0)) }
        }
        if rows.isEmpty { return nil }
    }
}
