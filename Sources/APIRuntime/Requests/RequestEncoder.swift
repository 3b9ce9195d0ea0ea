import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects the parameters and the body of a request.
///
/// No method throws: the first failure, such as a refused identifier, is kept and thrown before anything is sent.
public struct RequestEncoder: Sendable {
    var pathSegments: [String: String] = [:]
    var query: [String] = []
    var headers = HTTPFields()
    var cookies: [String] = []
    var body: [UInt8]?
    var failure: ParameterError?
    let randomness: @Sendable () -> UInt64

    init(randomness: @escaping @Sendable () -> UInt64) {
        self.randomness = randomness
    }

    /// Fills a placeholder of the path; refuses texts that would change the path: empty, `.` and `..`.
    public mutating func path(_ name: String, _ value: some ParameterValue) {
        guard let text = text(of: value, for: name) else { return }
        setPath(name, text)
    }

    /// Fills a placeholder of the path with a time.
    public mutating func path(_ name: String, _ value: Date, as coding: DateCoding) {
        guard let text = text(of: value, as: coding, for: name) else { return }
        setPath(name, text)
    }

    /// Adds a header; nil leaves it out, control characters are refused.
    public mutating func header(_ name: String, _ value: (some ParameterValue)?) {
        guard let value, let text = text(of: value, for: name) else { return }
        setHeader(name, text)
    }

    /// Adds a header with a time; nil leaves it out.
    public mutating func header(_ name: String, _ value: Date?, as coding: DateCoding) {
        guard let value, let text = text(of: value, as: coding, for: name) else { return }
        setHeader(name, text)
    }

    /// Adds a cookie; nil leaves it out.
    public mutating func cookie(_ name: String, _ value: (some ParameterValue)?) {
        guard let value, let text = text(of: value, for: name) else { return }
        cookies.append(PercentEncoding.query(name) + "=" + PercentEncoding.query(text))
    }

    /// Adds a cookie with a time; nil leaves it out.
    public mutating func cookie(_ name: String, _ value: Date?, as coding: DateCoding) {
        guard let value, let text = text(of: value, as: coding, for: name) else { return }
        cookies.append(PercentEncoding.query(name) + "=" + PercentEncoding.query(text))
    }

    mutating func text(of value: some ParameterValue, for name: String) -> String? {
        do {
            return try value.parameterText
        } catch {
            fail(name, error.message)
            return nil
        }
    }

    mutating func text(of value: Date, as coding: DateCoding, for name: String) -> String? {
        do {
            return try coding.text(of: value)
        } catch {
            fail(name, error.message)
            return nil
        }
    }

    mutating func fail(_ name: String, _ reason: String) {
        if failure == nil { failure = ParameterError("'\(name)' \(reason)") }
    }

    mutating func setPath(_ name: String, _ text: String) {
        switch text {
        case "": fail(name, "is empty")
        case ".", "..": fail(name, "is '\(text)', which a path cannot hold")
        default: setPath(name, encoded: PercentEncoding.pathSegment(text))
        }
    }

    mutating func setPath(_ name: String, encoded text: String) {
        pathSegments[name] = text
    }

    mutating func setHeader(_ name: String, _ text: String) {
        guard let field = HTTPField.Name(name) else { return fail(name, "is not the name of a header") }
        guard !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
            return fail(name, "holds control characters, which a header cannot")
        }
        headers[field] = text
    }
}
