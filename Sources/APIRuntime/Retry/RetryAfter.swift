import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The header `Retry-After`: a number of seconds, or an HTTP date.
enum RetryAfter {
    static func duration(in headers: HTTPFields, now: () -> Date) -> Duration? {
        guard let text = headers[.retryAfter] else { return nil }
        if let seconds = Double(text) {
            guard seconds >= 0 else { return nil }
            return .seconds(min(seconds, 31_536_000))
        }
        guard let date = HTTPDate.date(text) else { return nil }
        let seconds = date.timeIntervalSince(now())
        return seconds.isFinite ? .seconds(min(max(seconds, 0), 31_536_000)) : nil
    }
}
