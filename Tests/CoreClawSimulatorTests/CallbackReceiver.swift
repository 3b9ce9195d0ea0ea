import Hummingbird

@testable import CoreClawSimulator

/// Somebody who takes callbacks, answering them in turn as planned and with 200 from then on.
///
/// Answers that are held back come when the test releases them, or at its end.
actor CallbackReceiver {
    struct Answer {
        var status = HTTPResponse.Status.ok
        var headers: HTTPFields = [:]
        /// Whether it is held back until ``CallbackReceiver/release()``.
        var isHeld = false
    }

    private(set) var requests: [ReceivedRequest] = []
    private var answers: [Answer]
    /// How many requests were being answered at the same time, at the most.
    private(set) var mostAtOnce = 0
    private var atOnce = 0
    private var isReleased = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var observers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    private init(_ answers: [Answer]) {
        self.answers = answers
    }

    /// Listens while `body` runs, which is given the address.
    static func with(_ answers: [Answer] = [], _ body: (CallbackReceiver, String) async throws -> Void) async throws {
        let receiver = CallbackReceiver(answers)
        let router = Router(context: ServiceContext.self)
        for path in ["/", "**"] as [RouterPath] {
            for method in [.get, .post] as [HTTPRequest.Method] {
                router.on(path, method: method) { request, _ in
                    await receiver.take(
                        ReceivedRequest(
                            request,
                            body: Array(buffer: try await request.body.collect(upTo: 1 << 20)),
                            operation: nil
                        )
                    )
                }
            }
        }
        let listener = try await Listener.start(router.buildResponder(), port: 0)
        do {
            try await body(receiver, "http://127.0.0.1:\(listener.port)")
        } catch {
            await receiver.release()
            try? await listener.stop()
            throw error
        }
        await receiver.release()
        try await listener.stop()
    }

    /// Lets every answer go that is held back, and holds none from now on.
    func release() {
        isReleased = true
        for continuation in held { continuation.resume() }
        held = []
    }

    /// Returns once as many requests have come.
    func received(_ count: Int) async {
        guard requests.count < count else { return }
        await withCheckedContinuation { observers.append((count, $0)) }
    }

    var texts: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }

    private func take(_ request: ReceivedRequest) async -> Response {
        requests.append(request)
        for observer in observers where observer.count <= requests.count { observer.continuation.resume() }
        observers.removeAll { $0.count <= requests.count }
        let answer = answers.isEmpty ? Answer() : answers.removeFirst()
        atOnce += 1
        mostAtOnce = max(mostAtOnce, atOnce)
        if answer.isHeld, !isReleased { await withCheckedContinuation { held.append($0) } }
        atOnce -= 1
        return Response(status: answer.status, headers: answer.headers)
    }
}
