import Testing

/// Operations in, Swift out.
@Suite(.oneAtATime)
struct OperationSnippetTests {
    static let spec = SpecText(
        paths: """
            /runs/{run_id}:
              delete:
                operationId: deleteRun
                deprecated: true
                x-apigen-resource: runs.last
                x-apigen-method: delete
                parameters:
                  - {name: run_id, in: path, required: true, schema: {type: string}}
                  - {name: force, in: query, deprecated: true, schema: {type: boolean}}
                responses: {"204": {description: Gone.}}
            """
    )

    @Test func request() throws {
        #expect(
            try Self.spec.swift("Operations/DeleteRun.swift") == """
                @available(*, deprecated)
                public struct DeleteRun: APIOperation {
                    public typealias Output = Void
                    public var runID: String
                    @available(*, deprecated)
                    public var force: Bool?
                    public init(runID: String, force: Bool? = nil) {
                        self.runID = runID
                        self.force = force
                    }
                    public static let descriptor = OperationDescriptor(
                        id: "deleteRun", method: .delete, path: "/runs/{run_id}",
                        idempotency: .idempotent, security: .none)
                    public func encode(into request: inout RequestEncoder) {
                        request.path("run_id", runID)
                        request.query("force", force)
                    }
                }
                """
        )
    }

    @Test func resources() throws {
        #expect(
            try Self.spec.swift("Resources/RunsLastResource.swift") == """
                public struct RunsLastResource: Sendable {
                    let client: TestClient
                    @available(*, deprecated)
                    public func delete(_ runID: String, force: Bool? = nil) async throws {
                        try await client.send(DeleteRun(runID: runID, force: force))
                    }
                }
                extension RunsResource {
                    public var last: RunsLastResource { RunsLastResource(client: client) }
                }
                """
        )
    }

    @Test func paging() throws {
        let spec = SpecText(
            paths: """
                /rows:
                  get:
                    operationId: listRows
                    x-apigen-pagination: {page: offset, size: limit, items: list, total: count, identity: id}
                    parameters:
                      - {name: offset, in: query, schema: {type: integer}}
                      - {name: limit, in: query, schema: {type: integer, format: int64, default: 20}}
                    responses:
                      "200":
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [list]
                              properties:
                                count: {type: integer, format: int64}
                                list: {type: array, items: {type: object, additionalProperties: true}}
                """
        )
        #expect(
            try spec.swift("Operations/ListRows.swift").contains(
                """
                    public static let pagination = Pagination<ListRows>(
                        defaultSize: 20,
                        setPage: { $0.offset = $1 },
                        size: { $0.limit.map { Int($0) } },
                        items: { $0.list },
                        total: { $0.count.map { Int($0) } },
                        identity: { $0["id"]?.string })
                """
            )
        )
    }
}
