/// A fault that was asked for over HTTP.
struct PlannedFault {
    static let maximumTimes = 1_000_000

    let operation: String
    let fault: Fault
    let times: Int

    /// - Throws: ``ControlRefusal`` naming every member that cannot be.
    init(_ fields: ControlFields, _ table: RouteTable) throws(ControlRefusal) {
        var fields = fields
        let operation = fields.text("operation", isRequired: true)
        if let operation, !table.contains(operation: operation) { fields.add("there is no operation '\(operation)'") }
        let kind = fields.text("kind", isRequired: true)
        let times = fields.integer("times", in: 1...Self.maximumTimes)
        let fault = kind.flatMap { Self.fault(of: $0, &fields) }
        do {
            try fault?.check(times: times ?? 1)
        } catch {
            fields.add(error.description)
        }
        try fields.check("a fault of this kind")
        guard let operation, let fault else { throw ControlRefusal(problems: ["the fault is incomplete"]) }
        (self.operation, self.fault, self.times) = (operation, fault, times ?? 1)
    }

    private static func fault(of kind: String, _ fields: inout ControlFields) -> Fault? {
        switch kind {
        case "status":
            let code = fields.integer("code", in: 0...Int(Int32.max))
            let message = fields.text("message")
            let retryAfter = fields.integer("retryAfter", in: 0...1_000_000_000)
            return fields.integer("status", in: 200...599, isRequired: true).map {
                .status($0, code: code, message: message, retryAfter: retryAfter)
            }
        case "delay": return fields.seconds("delay", isRequired: true).map(Fault.delay)
        case "cut": return .cutConnection
        case "stall": return .stall
        case "garbage": return .garbage
        case "repeatPage": return .repeatPage
        default:
            fields.add("'kind' must be one of status, delay, cut, stall, garbage, repeatPage")
            return nil
        }
    }
}
