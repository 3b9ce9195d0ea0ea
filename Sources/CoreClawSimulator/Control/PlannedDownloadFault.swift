/// A fault of downloads that was asked for over HTTP.
struct PlannedDownloadFault {
    let fault: DownloadFault
    let times: Int

    /// - Throws: ``ControlRefusal`` naming every member that cannot be.
    init(_ fields: ControlFields) throws(ControlRefusal) {
        var fields = fields
        let kind = fields.text("kind", isRequired: true)
        let times = fields.integer("times", in: 1...PlannedFault.maximumTimes)
        let fault = kind.flatMap { Self.fault(of: $0, &fields) }
        try fields.check("a fault of this kind")
        guard let fault else { throw ControlRefusal(problems: ["the fault is incomplete"]) }
        (self.fault, self.times) = (fault, times ?? 1)
    }

    private static func fault(of kind: String, _ fields: inout ControlFields) -> DownloadFault? {
        switch kind {
        case "cut": return fields.integer("afterBytes", in: 0...Int.max, isRequired: true).map(DownloadFault.cut)
        case "stall": return fields.integer("afterBytes", in: 0...Int.max, isRequired: true).map(DownloadFault.stall)
        case "withoutRanges": return .withoutRanges
        case "changedContent": return .changedContent
        case "status": return fields.integer("status", in: 400...599, isRequired: true).map(DownloadFault.status)
        default:
            fields.add("'kind' must be one of cut, stall, withoutRanges, changedContent, status")
            return nil
        }
    }
}
