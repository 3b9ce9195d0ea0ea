import APIModel

/// The page of one resource: what can be done there.
struct ResourcePage: Page {
    static let template = "Resource"

    let fileName: String
    let title: String
    let summary: String
    let discussion: String
    let symbol: String
    let operations: [OperationRow]
    let children: [ChildRow]

    struct ChildRow {
        let page: String
        let name: String
    }

    init(_ resource: Resource, in api: API) {
        let name = resource.path.joined(separator: ".")
        fileName = "\(Self.pageName(resource)).md"
        title = name.isEmpty ? "Operations of the client" : "The \(name) resource"
        summary = Markdown.prose(
            resource.documentation.summary.isEmpty ? "The operations of `\(name)`." : resource.documentation.summary
        )
        discussion = Markdown.prose(resource.documentation.discussion)
        symbol = resource.typeName.isEmpty ? api.settings.client : resource.typeName
        operations = resource.operations.map(OperationRow.init)
        children = resource.children.map { ChildRow(page: Self.pageName($0), name: $0.path.joined(separator: ".")) }
    }

    static func pageName(_ resource: Resource) -> String {
        "Resource-" + (resource.path.isEmpty ? "client" : resource.path.joined(separator: "-"))
    }
}

/// One line on an operation, in lists.
struct OperationRow {
    let page: String
    let call: String
    let endpoint: String
    let summary: String
    let deprecated: String

    init(_ operation: Operation) {
        page = operation.pageName
        call = operation.callPath.joined(separator: ".")
        endpoint = Markdown.cell("\(operation.method) \(operation.path)").replacing("`", with: "'")
        summary = Markdown.cell(operation.documentation.summary)
        deprecated = operation.isDeprecated ? "Deprecated. " : ""
    }
}

/// The index of all operations.
struct OperationsPage: Page {
    static let template = "Operations"

    let fileName = "Operations.md"
    let resources: [Group]
    let count: Int
    let hasMigration: Bool

    struct Group {
        let title: String
        let page: String
        let operations: [OperationRow]
    }

    init(_ api: API) {
        count = api.operations.count
        hasMigration = MigrationPage(api) != nil
        resources = api.allResources.map { resource in
            Group(
                title: resource.path.isEmpty ? "client" : resource.path.joined(separator: "."),
                page: ResourcePage.pageName(resource),
                operations: resource.operations.map(OperationRow.init)
            )
        }
    }
}

/// The catalogue of application codes.
struct ErrorCodesPage: Page {
    static let template = "ErrorCodes"

    let fileName = "ErrorCodes.md"
    let groups: [Group]

    struct Group {
        let title: String
        let codes: [Row]
    }

    struct Row {
        let code: String
        let key: String
        let meaning: String
        let retry: String
    }

    init(_ api: API) {
        let names = api.errorCodes.reduce(into: [String?]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        groups = names.map { name in
            Group(
                title: name.map { "Codes of \($0)" } ?? "Codes",
                codes: api.errorCodes.filter { $0.group == name }.map { code in
                    Row(
                        code: "\(code.code)",
                        key: Markdown.cell(code.key).replacing("`", with: "'"),
                        meaning: Markdown.cell(code.meaning),
                        retry: Self.words(code)
                    )
                }
            )
        }
    }

    private static func words(_ code: ErrorCode) -> String {
        switch code.retry {
        case .never: "no"
        case .reads: "only safe operations"
        case .always: "always"
        case .afterCapacity: "with `waitForCapacity`"
        }
    }
}
