import Dispatch
import Foundation

/// A request to end the program, by SIGINT or SIGTERM.
enum Interruption {
    /// Returns when the process receives SIGINT or SIGTERM.
    static func wait() async {
        let signals = [SIGINT, SIGTERM]
        for signal in signals { Foundation.signal(signal, SIG_IGN) }
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = signals.map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal)
            source.setEventHandler { continuation.finish() }
            source.resume()
            return source
        }
        for await _ in stream {}
        for source in sources { source.cancel() }
    }
}
