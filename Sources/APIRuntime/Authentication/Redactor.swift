import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Takes a credential, or what may be the signature of a link, out of texts that others wrote: messages, details and excerpts of
/// bodies.
struct Redactor: Sendable {
    static let mark = "[redacted]"

    private enum Source {
        case credential(String?)
        case links([String])
    }

    private let source: Source

    /// Texts below four characters are no secrets: taking them out would only garble messages.
    init(_ secret: String? = nil) {
        source = .credential(secret)
    }

    /// Takes out what may be a signature in links: their queries, as a whole and value by value, and the segments of their paths.
    ///
    /// A signature has eight bytes at least; in a path, where most segments are names, sixteen.
    init(links: [RedirectTarget]) {
        var secrets: Set<String> = []
        for link in links {
            let values = link.query.compactMap { $0.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) }
            for value in values + [link.query.joined(separator: "&")] where value.utf8.count >= 8 {
                secrets.insert(value)
            }
            for segment in link.path.split(separator: "/") where segment.utf8.count >= 16 {
                secrets.insert(String(segment))
            }
        }
        secrets.formUnion(secrets.map(PercentEncoding.decode).filter { $0.utf8.count >= 8 })
        source = .links(Array(secrets))
    }

    func redact(_ text: String) -> String {
        var result = text
        for form in forms where result.contains(form) {
            result = result.replacing(form, with: Self.mark)
        }
        return result
    }

    /// Redacts a text in which others have cut something at an ellipsis, so that the beginning of a secret may stand before it.
    func redact(_ text: String, cutAt ellipsis: String) -> String {
        var result = redact(text)
        guard result.contains(ellipsis) else { return result }
        for form in forms {
            var beginning = form.dropLast()
            while beginning.utf8.count >= 4 {
                result = result.replacing(beginning + ellipsis, with: Self.mark + ellipsis)
                beginning = beginning.dropLast()
            }
        }
        return result
    }

    /// Headers without cookies, and without the secret in any value.
    func redact(_ headers: HTTPFields) -> HTTPFields {
        let forms = forms
        var result = HTTPFields()
        for field in headers where field.name != .setCookie {
            if forms.contains(where: { field.value.contains($0) }) {
                result.append(HTTPField(name: field.name, value: redact(field.value)))
            } else if isIn(PercentEncoding.decode(field.value)) {
                result.append(HTTPField(name: field.name, value: Self.mark))
            } else {
                result.append(field)
            }
        }
        return result
    }

    func isIn(_ text: String) -> Bool {
        forms.contains { text.contains($0) }
    }

    /// The size of the longest text that is taken out, in bytes.
    var longest: Int { forms.first?.utf8.count ?? 0 }

    /// Where the secret begins that a place in some bytes lies within; the place itself where it lies within none.
    func beginning(of place: Int, in bytes: [UInt8]) -> Int {
        for form in forms {
            let form = Array(form.utf8)
            for start in max(0, place - form.count + 1)..<max(1, place) where bytes[start...].starts(with: form) { return start }
        }
        return place
    }

    /// Found only when a text is redacted, because hardly any answer needs it.
    private var secrets: [String] {
        switch source {
        case .links(let secrets): return secrets
        case .credential(nil): return []
        case .credential(let secret?):
            let password = secret.firstIndex(of: ":").map { String(secret[secret.index(after: $0)...]) }
            return [secret, password ?? ""].filter { $0.utf8.count >= 4 }
        }
    }

    /// The secrets as they may stand in a header, in JSON and in a URL, the longest first; hardly any answer needs them.
    private var forms: [String] {
        var forms: Set<String> = []
        for secret in secrets {
            for text in [secret, Data(secret.utf8).base64EncodedString()] {
                for slash in ["/", #"\/"#] {
                    for plus in ["+", #"\u002B"#, #"\u002b"#] {
                        forms.insert(text.replacing("/", with: slash).replacing("+", with: plus))
                    }
                }
            }
            forms.formUnion([PercentEncoding.query(secret), PercentEncoding.lowercaseQuery(secret)])
        }
        return forms.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }
}

extension Redactor: CustomStringConvertible, CustomReflectable {
    /// The type's name alone: printing whatever holds a redactor must not print the secrets.
    var description: String { "Redactor" }

    /// Without children, so that `dump` shows no secret.
    var customMirror: Mirror { Mirror(self, children: []) }
}
