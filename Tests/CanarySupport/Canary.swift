import Foundation
import Logging
import Testing

/// A credential that is found wherever it passes: the key of the tests' clients.
///
/// Whoever takes the key installs what listens: from then on a test fails whose log lines, metrics or spans hold the key, or a piece of it, in
/// any spelling. Tests give it what else may hold the key: errors, descriptions, files, requests to other origins.
package enum Canary {
    /// A channel that something left the client by.
    package enum Channel: String, Sendable {
        case log, metric, span, error, description, file, request
    }

    /// The key. Twenty-one characters, so that a piece of twelve cannot stand anywhere by chance.
    package static let key: String = {
        install()
        return text
    }()

    /// Listens to everything the process logs, measures and traces; called again it does nothing.
    package static func install() { _ = isInstalled }

    /// Whether the key, or a piece of it, is in a text.
    package static func isIn(_ text: String) -> Bool {
        // The search of C is many times faster, and sees nothing behind a zero.
        let text = text.lowercased().replacing("\0", with: " ")
        return text.withCString { text in spellings.contains { strstr(text, $0) != nil } }
    }

    /// Fails the test if the key is in a text.
    package static func check(
        _ text: @autoclosure () -> String,
        _ channel: Channel,
        at location: SourceLocation? = nil
    ) {
        let text = text()
        guard isIn(text) else { return }
        Issue.record(
            "The credential is in a \(channel.rawValue): \(text.prefix(2000))",
            sourceLocation: location ?? SourceLocation(fileID: #fileID, filePath: #filePath, line: #line, column: #column)
        )
    }

    private static let text = "secret-key-0123456789"

    private static let isInstalled: Bool = {
        LoggingSystem.bootstrap { _ in CanaryLogHandler() }
        _ = RecordingMetrics.shared
        _ = RecordingTracer.shared
        return true
    }()

    /// The pieces of the key, and the key in other spellings, in lowercase.
    private static let spellings: [String] = {
        let characters = Array(text)
        let pieces = (0...characters.count - 12).map { String(characters[$0..<$0 + 12]) }
        let bytes = Array(text.utf8)
        let codes = bytes.map { String($0, radix: 16) }
        return pieces + base64Spellings + [
            codes.joined(), codes.map { "%\($0)" }.joined(), codes.map { "\\u00\($0)" }.joined(),
        ]
    }()

    /// The middle of the key in base64 with zero, one and two bytes before it: what is the same whatever stands around it.
    private static var base64Spellings: [String] {
        (0...2).map { count in
            let encoded = Data(Array(repeating: 0, count: count) + Array(text.utf8)).base64EncodedString()
            return String(encoded.dropFirst(4).dropLast(4)).lowercased()
        }
    }
}
