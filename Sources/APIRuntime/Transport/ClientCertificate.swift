/// The certificate by which a client proves to a server who it is ("mutual TLS").
public struct ClientCertificate: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The certificate, followed by those of its issuers as far as the server does not have them.
    public var chain: PEMSource
    /// The private key of the certificate.
    public var privateKey: PEMSource
    /// What the private key is encrypted with, or nil where it is not.
    public var passphrase: String?

    /// A certificate with its private key.
    public init(chain: PEMSource, privateKey: PEMSource, passphrase: String? = nil) {
        self.chain = chain
        self.privateKey = privateKey
        self.passphrase = passphrase
    }

    /// Where certificate and key come from, never the passphrase.
    public var description: String { "certificate from \(chain), key from \(privateKey)" }

    /// Without children, so that `dump` shows no passphrase.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
