/// Everything that was received, in order of arrival.
actor RequestLog {
    private(set) var requests: [ReceivedRequest] = []
    private var lastRequestNumber = 0

    func record(_ request: ReceivedRequest) {
        requests.append(request)
    }

    func removeAll() {
        requests = []
    }

    /// The number of the next request as text: `req-1`, `req-2`, and so on.
    func nextRequestID() -> String {
        lastRequestNumber += 1
        return "req-\(lastRequestNumber)"
    }
}
