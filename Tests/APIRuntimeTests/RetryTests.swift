import Foundation
import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct RetryTests {
    enum Failure: CaseIterable {
        case notSent, interrupted, timeout, status500, status429, status404, tooLarge, undecodable

        var error: APIError {
            var error: APIError
            switch self {
            case .notSent, .interrupted: error = APIError(kind: .connection, operation: "op", message: "")
            case .timeout: error = APIError(kind: .timeout, operation: "op", message: "")
            case .tooLarge: error = APIError(kind: .bodyTooLarge, operation: "op", message: "")
            case .undecodable: error = APIError(kind: .decoding, operation: "op", message: "")
            case .status500: error = APIError(kind: .server, operation: "op", message: "")
            case .status429: error = APIError(kind: .rateLimited, operation: "op", message: "")
            case .status404: error = APIError(kind: .notFound, operation: "op", message: "")
            }
            error.isCertainlyNotSent = self == .notSent
            switch self {
            case .status500: error.status = .internalServerError
            case .status429: error.status = .tooManyRequests
            case .status404: error.status = .notFound
            case .undecodable: error.status = .ok
            default: break
            }
            return error
        }
    }

    /// Per failure and catalogue rule: the idempotencies that are sent again, s(afe), i(dempotent), u(nsafe).
    @Test(arguments: [
        (Failure.notSent, ErrorCode.Retry?.none, "siu"), (.interrupted, nil, "si"), (.timeout, nil, "si"),
        (.status500, nil, "si"),
        (.status429, nil, "si"), (.status404, nil, ""), (.tooLarge, nil, ""), (.undecodable, nil, ""),
        (.status429, .always, "siu"), (.status404, .always, "siu"), (.undecodable, .always, "siu"),
        (.status500, .never, ""), (.status429, .never, ""), (.status500, .reads, "si"), (.status404, .reads, "s"),
        (.status429, .afterCapacity, ""), (.status500, .afterCapacity, ""),
    ])
    func decides(failure: Failure, rule: ErrorCode.Retry?, expected: String) {
        let letters = zip(Idempotency.allCases, "siu").filter { idempotency, _ in
            RetryDecision(after: failure.error, idempotency: idempotency, rule: rule, waitsForCapacity: false) == .retry
        }
        #expect(String(letters.map(\.1)) == expected)
    }

    @Test(arguments: Idempotency.allCases)
    func waitsForCapacityWhereToldTo(idempotency: Idempotency) {
        let error = Failure.status429.error
        #expect(
            RetryDecision(after: error, idempotency: idempotency, rule: .afterCapacity, waitsForCapacity: true) == .awaitCapacity
        )
    }

    @Test(arguments: [(1, 500), (2, 1000), (3, 2000), (6, 16000), (7, 20000), (64, 20000), (Int.max, 20000)])
    func pausesDoubleUpToTheMaximum(retry: Int, milliseconds: Int) {
        let policy = RetryPolicy()
        let longest = policy.pause(beforeRetry: retry, retryAfter: nil, randomness: .max)
        #expect(longest.map { $0 <= .milliseconds(milliseconds) && $0 > .milliseconds(milliseconds - 1) } == true)
        #expect(policy.pause(beforeRetry: retry, retryAfter: nil, randomness: 0) == .zero)
    }

    @Test func absurdPoliciesDoNotTrap() {
        var policy = RetryPolicy()
        policy.baseDelay = .seconds(Int64.max)
        policy.maximumDelay = .seconds(Int64.max)
        #expect(policy.pause(beforeRetry: 90, retryAfter: nil, randomness: .max) ?? .zero <= .seconds(31_536_000))
        policy.maximumDelay = .seconds(-5)
        #expect(policy.pause(beforeRetry: 3, retryAfter: nil, randomness: .max) == .zero)
    }

    @Test func jitterFollowsTheTimeThatTheServiceSets() {
        let policy = RetryPolicy()
        #expect(policy.pause(beforeRetry: 1, retryAfter: .seconds(7), randomness: 0) == .seconds(7))
        let longest = policy.pause(beforeRetry: 1, retryAfter: .seconds(7), randomness: .max) ?? .zero
        #expect(longest > .seconds(7.4) && longest <= .seconds(7.5))
    }

    @Test(arguments: [(60, true), (61, false), (7200, false)])
    func noPauseIsLongerThanAllowed(seconds: Int, isAllowed: Bool) {
        let pause = RetryPolicy().pause(beforeRetry: 1, retryAfter: .seconds(seconds), randomness: 0)
        #expect(pause == (isAllowed ? .seconds(seconds) : nil))
    }

    @Test(arguments: [
        ("7", Duration.seconds(7)), ("0", .zero), ("1.5", .seconds(1.5)), ("-1", nil), ("nan", nil), ("soon", nil),
        ("1e999", .seconds(31_536_000)), ("Sun, 06 Nov 1994 08:49:37 GMT", .seconds(37)),
        ("Sun, 06 Nov 1994 08:48:00 GMT", .zero),
        ("Sun, 99 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
        ("Fri, 01 Mar 9999999999999999999 00:00:00 GMT", nil),
    ])
    func readsRetryAfter(text: String, expected: Duration?) {
        let now = Date(timeIntervalSince1970: 784_111_740)
        #expect(RetryAfter.duration(in: [.retryAfter: text], now: { now }) == expected)
    }
}
