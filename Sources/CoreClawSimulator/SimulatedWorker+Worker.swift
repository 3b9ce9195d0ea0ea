extension SimulatedWorker {
    func check() throws(SimulatorError) {
        guard parts.count == 2, !slug.isEmpty else { throw .invalidOption("\(path) is not a path of a Worker: owner~name") }
        guard !versions.isEmpty else { throw .invalidOption("the Worker \(path) has no version") }
        guard let schema = try? JSON(parsing: Array(inputSchema.utf8)), schema.isObject else {
            throw .invalidOption("the input schema of the Worker \(path) is not a JSON object")
        }
    }

    /// The Worker as the simulator knows it; complete only when ``check()`` passes.
    var worker: Worker {
        Worker(
            slug: slug,
            owner: parts.first ?? "",
            name: parts.last ?? "",
            title: title,
            description: description,
            readme: readme,
            versions: versions,
            isPublic: isPublic,
            isOwn: true,
            number: Worker.number(of: slug),
            schema: (try? JSON(parsing: Array(inputSchema.utf8))).map { InputSchema(json: $0) } ?? .none,
            production: Production(
                waiting: Self.seconds(startDelay),
                working: Self.seconds(duration),
                rows: { [rows, columns] custom in
                    let rows = try rows(SimulatedInput(json: custom))
                    return .given(rows, columns: (columns ?? Self.keys(of: rows)).map { ResultColumn($0, $0) })
                }
            )
        )
    }

    private var parts: [String] {
        path.split(omittingEmptySubsequences: false) { "~/".contains($0) }.map(String.init).filter { !$0.isEmpty }
    }

    /// At most a year, so that times can be added up.
    private static func seconds(_ duration: Duration) -> Int64 { min(max(duration.components.seconds, 0), 366 * 86400) }

    private static func keys(of rows: [JSON]) -> [String] {
        var seen: Set<String> = []
        return rows.flatMap { $0.members.map(\.name) }.filter { seen.insert($0).inserted }
    }
}

extension JSON {
    /// The objects in an array of objects.
    ///
    /// - Throws: ``RunFailure`` for anything else.
    func rows() throws(RunFailure) -> [JSON] {
        guard case .array(let rows) = self, rows.allSatisfy(\.isObject) else {
            throw RunFailure(description: "The rows of a simulated Worker are a JSON array of objects.")
        }
        return rows
    }
}
