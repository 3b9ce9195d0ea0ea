import HTTPTypes

/// One attempt at a download: asks for the file, or the rest of it, and hands on what comes.
struct DownloadAttempt: Sendable {
    let transfer: DownloadTransfer

    private var configuration: ClientConfiguration { transfer.configuration }
    private var state: DownloadState { transfer.state }

    /// Ends with the last byte of the file.
    func run() async throws -> HTTPResponse.Status {
        await state.beginAttempt()
        do {
            let answer = try await beginning()
            // Nothing is left of a file that broke behind its last byte.
            if answer.head.status != .rangeNotSatisfiable { try await receive(answer) }
            return answer.head.status
        } catch {
            throw await final(transfer.error(for: error))
        }
    }

    /// The answer whose body goes on where the file broke, or begins it.
    private func beginning() async throws -> DownloadAnswer {
        if let (offset, validator) = await state.resumption {
            let answer = try await exchange(from: offset, ifRange: validator).answer()
            switch answer.head.status.code {
            case 206 where await state.accepts(answer.response): return answer
            case 416 where await state.isComplete(by: answer.response): return answer
            // A part nobody asked for, or a range that is not there: whatever the server has now is another file.
            case 206, 416: break
            default: return try await begin(answer)
            }
            if !transfer.sink.takesBack { throw lost("is not the same any more") }
        }
        return try await begin(try await exchange(from: 0, ifRange: nil).answer())
    }

    private func begin(_ answer: DownloadAnswer) async throws -> DownloadAnswer {
        guard answer.head.status == .ok || answer.head.status == .nonAuthoritativeInformation else { throw answer.rejection() }
        let response = answer.response
        if let maximum = configuration.maximumDownloadSize, let length = response.contentLength, length > maximum {
            throw tooLarge(maximum)
        }
        if !transfer.sink.takesBack, let known = await state.response {
            guard await state.received == 0, response.isSameFile(as: known) else {
                throw lost("cannot be had from its middle")
            }
        }
        try await transfer.sink.begin(response)
        await state.begin(response)
        return answer
    }

    private func exchange(from offset: Int, ifRange validator: String?) -> DownloadExchange {
        DownloadExchange(transfer: transfer, offset: offset, validator: validator)
    }

    /// Hands on the body; throws where it is shorter or longer than it has to be.
    private func receive(_ answer: DownloadAnswer) async throws {
        do {
            let limit = TimeLimit(idle: configuration.idleTimeout, scheduler: configuration.deadlines)
            try await limit.run { activity in
                activity.sign()
                for try await piece in answer.body {
                    // The silence of a reader who takes his time is not the server's.
                    activity.rest()
                    try await activity.undisturbed { try await take(piece) }
                    activity.sign()
                }
            }
        } catch {
            // What breaks behind the last byte takes nothing away.
            let isBreak = error is HTTPTransportError || error is TimeLimit.Expiry
            guard isBreak, await state.missing == 0 else { throw transfer.error(for: error, redactor: answer.redactor) }
        }
        if let missing = await state.missing, missing > 0 {
            throw HTTPTransportError(.interrupted, "The file ended \(missing) bytes too early")
        }
    }

    private func take(_ piece: [UInt8]) async throws {
        switch await state.admit(piece.count, maximum: configuration.maximumDownloadSize) {
        case .longerThanAnnounced:
            throw DownloadTransfer.error(.unexpectedAnswer, "The file is longer than \(transfer.target.origin.host) announced")
        case .tooLarge(let maximum): throw tooLarge(maximum)
        case .accepted:
            try await transfer.sink.take(piece)
            await state.report()
        }
    }

    /// The error as it is, unless another attempt would have to begin a file again of which a part is handed on.
    private func final(_ error: any Error) async -> any Error {
        guard var error = error as? APIError, error.kind == .connection || error.kind == .timeout else { return error }
        guard !transfer.sink.takesBack, await state.received > 0, await state.resumption == nil else { return error }
        error.kind = .interrupted
        return error
    }

    private func lost(_ fact: String) -> APIError {
        DownloadTransfer.error(.interrupted, "The connection to \(transfer.target.origin.host) broke, and the file \(fact)")
    }

    private func tooLarge(_ maximum: Int) -> APIError {
        DownloadTransfer.error(.bodyTooLarge, "The file is larger than \(maximum) bytes")
    }
}
