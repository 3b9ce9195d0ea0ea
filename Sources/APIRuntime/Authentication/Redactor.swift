#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Takes a credential out of texts that others wrote: messages, details and excerpts of bodies.
struct Redactor: Sendable {
    static let mark = "[redacted]"

    private let secrets: [String]

    /// Texts below four characters are no secrets: taking them out would only garble messages.
    init(_ secret: String? = nil) {
        guard let secret, secret.utf8.count >= 4 else {
            secrets = []
            return
        }
        var forms = [secret]
        for form in [PercentEncoding.query(secret), Data(secret.utf8).base64EncodedString()] where form != secret {
            forms.append(form)
        }
        if let colon = secret.firstIndex(of: ":") {
            let password = String(secret[secret.index(after: colon)...])
            if password.utf8.count >= 4 { forms.append(password) }
        }
        secrets = forms
    }

    func redact(_ text: String) -> String {
        var result = text
        for secret in secrets where result.contains(secret) {
            result = result.replacing(secret, with: Self.mark)
        }
        return result
    }

    func isIn(_ text: String) -> Bool {
        secrets.contains { text.contains($0) }
    }
}
