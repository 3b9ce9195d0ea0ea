/// The newest of what was received, in order of arrival.
actor RequestLog {
    private let maximumCount: Int
    /// Of all bodies together, bytes.
    private let maximumSize: Int
    private(set) var requests: [ReceivedRequest] = []
    private var size = 0
    private var lastRequestNumber = 0

    init(maximumCount: Int = 10_000, maximumSize: Int = 64 * 1024 * 1024) {
        (self.maximumCount, self.maximumSize) = (maximumCount, maximumSize)
    }

    func record(_ request: ReceivedRequest) {
        requests.append(request)
        size += request.body.count
        guard requests.count > maximumCount || size > maximumSize else { return }
        // A quarter at once: dropping the first of a long array moves all others.
        var count = 0
        while count < requests.count - 1, requests.count - count > maximumCount / 4 * 3 || size > maximumSize / 4 * 3 {
            size -= requests[count].body.count
            count += 1
        }
        requests.removeFirst(count)
    }

    func removeAll() {
        (requests, size) = ([], 0)
    }

    /// The number of the next request as text: `req-1`, `req-2`, and so on.
    func nextRequestID() -> String {
        lastRequestNumber += 1
        return "req-\(lastRequestNumber)"
    }
}
