import NIOSSL

extension HTTPTransportSettings {
    /// The settings for servers that are none of the service's: it alone is shown the certificate, and the exclusive roots are
    /// those of its own alone.
    var forOtherOrigins: HTTPTransportSettings {
        var settings = self
        settings.trustRoots = nil
        settings.clientCertificate = nil
        return settings
    }

    /// Nil where everything is as the library has it.
    func tls() throws(ParameterError) -> TLSConfiguration? {
        guard !verifiesCertificates || trustRoots != nil || !additionalTrustRoots.isEmpty || clientCertificate != nil else {
            return nil
        }
        var tls = TLSConfiguration.makeClientConfiguration()
        do {
            if !verifiesCertificates { tls.certificateVerification = .none }
            if let trustRoots { tls.trustRoots = .certificates(try trustRoots.flatMap { try $0.certificates }) }
            tls.additionalTrustRoots = [.certificates(try additionalTrustRoots.flatMap { try $0.certificates })]
            if let clientCertificate {
                tls.certificateChain = try clientCertificate.chain.certificates.map { .certificate($0) }
                tls.privateKey = .privateKey(try clientCertificate.key)
            }
            // Finds a key that is none of the certificate's before any connection does.
            _ = try NIOSSLContext(configuration: tls)
        } catch {
            throw (error as? ParameterError) ?? ParameterError("The certificates of the transport cannot be used: \(error)")
        }
        return tls
    }
}

extension PEMSource {
    fileprivate var certificates: [NIOSSLCertificate] {
        get throws {
            let certificates: [NIOSSLCertificate]
            do {
                switch self {
                case .file(let path): certificates = try NIOSSLCertificate.fromPEMFile(path)
                case .bytes(let bytes): certificates = try NIOSSLCertificate.fromPEMBytes(bytes)
                }
            } catch {
                throw ParameterError("No certificate can be read from \(self)")
            }
            guard !certificates.isEmpty else { throw ParameterError("There is no certificate in \(self)") }
            return certificates
        }
    }
}

extension ClientCertificate {
    fileprivate var key: NIOSSLPrivateKey {
        get throws {
            let passphrase = Array((passphrase ?? "").utf8)
            do {
                switch privateKey {
                case .file(let path): return try NIOSSLPrivateKey(file: path, format: .pem) { $0(passphrase) }
                case .bytes(let bytes): return try NIOSSLPrivateKey(bytes: bytes, format: .pem) { $0(passphrase) }
                }
            } catch {
                throw ParameterError("No private key can be read from \(privateKey)")
            }
        }
    }
}
