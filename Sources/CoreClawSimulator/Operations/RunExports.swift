extension OperationHandler {
    static let runExports =
        each("exportWorkerRunResults", "exportLastWorkerRunResults", "exportWorkerLastRunResults") { call in
            let keys = (call.arguments.parameters["filter_keys"]?.elements ?? []).compactMap(\.string)
            return try await call.export(format: call.arguments.string("format") ?? "csv", keys: keys)
        }
        .map { handler in
            // The service takes a format in any mixture of capitals.
            var handler = handler
            handler.checkedParameters = ["format"]
            return handler
        }
        + [
            OperationHandler("v1RunResultExport") { call in
                let keys = (call.member("filter_keys")?.elements ?? []).compactMap(\.string)
                return try await call.export(format: call.member("format")?.string ?? "", keys: keys)
            }
        ]
}

extension OperationCall {
    /// A link to a file with the rows there are by now.
    ///
    /// - Parameter keys: The columns, in their order; none for all. Those that the run does not have are passed over.
    fileprivate func export(format name: String, keys: [String]) async throws -> JSON {
        guard let format = ExportFormat(name), version == .v2 || [.csv, .json].contains(format) else {
            throw ServiceFailure(status: 400, message: "Unsupported export format")
        }
        let run = try await run()
        let columns = run.rows.columns.map(\.key)
        let file = ExportFile.make(
            format: format,
            columns: keys.isEmpty ? columns : keys.filter(columns.contains),
            rows: (0..<run.rowCount(at: now)).map { run.rows.row(at: $0, of: run.id, options) }
        )
        return ["download_url": .string(await service.downloads.link(to: file, named: run.id))]
    }
}
