extension SimulatorOptions {
    func check() throws(SimulatorError) {
        guard (0...65535).contains(port) else { throw .invalidOption("port \(port) is not between 0 and 65535") }
        guard let key = apiKeys.first, !key.isEmpty else {
            throw .invalidOption("at least one key is needed, and not an empty one")
        }
        guard planLimit >= 0 else { throw .invalidOption("a plan limit of \(planLimit) is below 0") }
        guard balance.isFinite else { throw .invalidOption("the balance is not a number") }
        for origin in allowedOrigins where origin.wholeMatch(of: /[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\/?#@\s]+/) == nil {
            throw .invalidOption("'\(origin)' is not an origin such as https://docs.example.com")
        }
        for worker in workers { try worker.check() }
    }
}
