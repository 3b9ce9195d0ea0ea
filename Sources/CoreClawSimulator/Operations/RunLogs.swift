extension OperationHandler {
    static let runLogs = each("getWorkerRunLog", "getLastWorkerRunLog", "getWorkerLastRunLog", "v1RunLastLog") { call in
        let run = try await call.run()
        let text = run.logLines(at: call.now).map { $0.content + "\n" }.joined()
        let link = await call.service.downloads.link(to: .text(text), named: "logs", about: run.id)
        return run.log(at: call.now, allLines: link, call.version, call.options)
    }
}
