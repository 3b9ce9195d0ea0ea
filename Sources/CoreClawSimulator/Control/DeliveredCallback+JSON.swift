extension DeliveredCallback {
    /// The callback as it is listed, with the query of its URL masked.
    var json: JSON {
        let answer: JSON =
            switch outcome {
            case .answered(let status): ["status": .integer(Int64(status))]
            case .failed(let reason): ["reason": .string(reason)]
            }
        return [
            "runID": .string(runID),
            "url": .string(url.maskingQuery),
            "body": (try? JSON(parsing: body)) ?? .string(text),
            "tries": .integer(Int64(tries)),
            "outcome": answer,
        ]
    }
}
