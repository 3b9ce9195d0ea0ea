import NIOConcurrencyHelpers

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file on its way: what is known of it, and its content as chunks of bytes, to be read once.
///
/// No more than two chunks are in memory. Letting go of the download before it is read, or of its iterator, ends it. The first
/// iterator has the content; every other one throws an ``APIError``.
public struct Download: AsyncSequence, Sendable {
    /// One chunk of the content.
    public typealias Element = [UInt8]

    /// What the server tells of the file.
    public let response: DownloadResponse

    /// The content until somebody reads it, who then alone holds on to it.
    private let events: NIOLockedValueBox<AsyncThrowingStream<DownloadStream.Event, any Error>?>
    private let demand: Demand

    init(_ url: URL, of service: ServiceDescriptor, configuration: ClientConfiguration) async throws {
        let target = try DownloadTransfer.target(of: url)
        let (events, sending) = AsyncThrowingStream<DownloadStream.Event, any Error>.makeStream()
        let stream = DownloadStream(sending: sending, demand: Demand())
        stream.run(try DownloadTransfer(target, of: service, configuration: configuration, into: stream))
        var first = events.makeAsyncIterator()
        guard case .response(let response) = try await first.next() else { throw CancellationError() }
        self.response = response
        self.events = NIOLockedValueBox(events)
        demand = stream.demand
    }

    /// Reads the chunks in order.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var events: AsyncThrowingStream<DownloadStream.Event, any Error>.Iterator?
        let demand: Demand

        /// The next chunk, or nil at the end; throws an ``APIError``, or `CancellationError` as soon as the task is cancelled.
        public mutating func next() async throws -> [UInt8]? {
            guard events != nil else { throw alreadyRead }
            await demand.grant()
            while let event = try await events?.next() {
                if case .bytes(let chunk) = event { return chunk }
            }
            try Task.checkCancellation()
            return nil
        }

        private var alreadyRead: APIError {
            var error = DownloadTransfer.error(.invalidArgument, "The content of a download can be read only once")
            error.isCertainlyNotSent = false
            return error
        }
    }

    /// The iterator over the chunks.
    public func makeAsyncIterator() -> AsyncIterator {
        let events = events.withLockedValue { events in
            defer { events = nil }
            return events
        }
        return AsyncIterator(events: events?.makeAsyncIterator(), demand: demand)
    }
}
