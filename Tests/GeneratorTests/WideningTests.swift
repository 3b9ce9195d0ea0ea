import Testing

/// A change of the specification is all it takes: Swift, pages, routes and examples follow.
struct WideningTests {
    private func difference(_ path: String, _ old: String, _ new: String) throws -> [String: String] {
        let spec = RepositorySpec(settings: "Spec/apigen.yaml")
        var changed = spec
        changed.changes[path] = (old, new)
        let before = try spec.render()
        return try changed.render().filter { before[$0.key] != $0.value }
    }

    @Test func aProperty() throws {
        let files = try difference(
            "Spec/components/schemas.yaml",
            "    duration:\n",
            "    seed:\n      type: integer\n      description: What chance began with.\n    duration:\n"
        )
        let run = try #require(files["Sources/CoreClaw/Generated/Types/Run.swift"])
        #expect(run.contains("    /// What chance began with.\n    public var seed: Int?\n"))
        #expect(run.contains("        coder.integer(&seed)\n"))
        #expect(files["Documentation.docc/Generated/Operation-getWorkerRun.md"]?.contains("| `data.seed` |") == true)
    }

    @Test func aParameter() throws {
        let files = try difference(
            "Spec/paths/worker-runs.yaml",
            "      - name: start_time\n",
            "      - name: origin\n        in: query\n        description: Only runs from there.\n        schema: {type: string}\n      - name: start_time\n"
        )
        let operation = try #require(files["Sources/CoreClaw/Generated/Operations/ListWorkerRuns.swift"])
        #expect(operation.contains("        request.query(\"origin\", origin)\n"))
        #expect(files["Sources/CoreClaw/Generated/Resources/RunsResource.swift"]?.contains("origin: String? = nil") == true)
        #expect(
            files["Sources/CoreClawSimulator/Generated/Routes.swift"]?.contains(
                "ParameterRule(\"origin\", in: .query, .string())"
            ) == true
        )
        #expect(
            files["Documentation.docc/Generated/Operation-listWorkerRuns.md"]?.contains(
                "| `origin` | `origin` | no | string | Only runs from there. |"
            ) == true
        )
    }

    @Test func anOperation() throws {
        let files = try difference(
            "Spec/openapi.yaml",
            "components:\n",
            """
              /api/v2/worker-runs/{runId}/abort:
                post:
                  operationId: abortWorkerRun
                  tags: [worker-runs]
                  summary: Asks a run to stop.
                  x-apigen-method: abort
                  parameters: [{$ref: components/parameters.yaml#/runId}]
                  responses:
                    "200":
                      description: It was asked.
                      content: {application/json: {schema: {$ref: components/schemas.yaml#/Envelope}}}
            components:

            """
        )
        #expect(files["Sources/CoreClaw/Generated/Operations/AbortWorkerRun.swift"]?.contains("/// Asks a run to stop.") == true)
        #expect(
            files["Sources/CoreClaw/Generated/Resources/RunsResource.swift"]?.contains(
                "    public func abort(_ id: RunID) async throws {\n        try await client.send(AbortWorkerRun(id: id))\n    }\n"
            ) == true
        )
        #expect(files["Documentation.docc/Generated/Operation-abortWorkerRun.md"]?.hasPrefix("# Abort worker run\n") == true)
        #expect(files["Documentation.docc/Generated/Resource-runs.md"]?.contains("- <doc:Operation-abortWorkerRun>") == true)
        #expect(
            files["Tests/CoreClawTests/Generated/Examples.swift"]?.contains(
                "try await coreclaw.runs.abort(\"01KKDXV2G26BT7NH4ZQR2R4NPZ\")"
            ) == true
        )
        #expect(files["Sources/CoreClawSimulator/Generated/Routes.swift"]?.contains("operationID: \"abortWorkerRun\"") == true)
    }
}
