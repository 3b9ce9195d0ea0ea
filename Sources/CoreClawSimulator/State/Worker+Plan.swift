extension Worker {
    /// How a run with an input will go.
    func plan(for input: JSON) -> RunPlan {
        let custom = input["parameters"]?["custom"]
        if let field = schema.missingField(in: custom ?? [:]) {
            return .failure("\(field) is required", after: production.waiting)
        }
        guard let custom, custom.isObject else { return .failure("Input parameters are required", after: production.waiting) }
        do {
            let rows = try production.rows(custom)
            let working = production.working ?? 5 + Int64(rows.count / 10)
            return RunPlan(rows: rows, errorMessage: "", waiting: production.waiting, working: working)
        } catch {
            return .failure("\(error)", after: production.waiting)
        }
    }
}
