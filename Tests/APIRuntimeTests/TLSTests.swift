import Foundation
import Testing

@testable import APIRuntime

@Suite struct TLSTests {
    private static let certificate = PEMSource.text(TLSServer.certificate)
    private static let own = ClientCertificate(chain: certificate, privateKey: .text(TLSServer.privateKey))

    private func identifier(asksForCertificates: Bool = false, _ configure: (inout HTTPTransportSettings) -> Void) async throws
        -> Int
    {
        let body = #"{"code":0,"data":{"id":7}}"#
        let server = try await TLSServer(
            asksForCertificates: asksForCertificates,
            answer: "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        var settings = HTTPTransportSettings()
        configure(&settings)
        let transport = AsyncHTTPTransport(settings)
        let url = try #require(URL(string: "https://127.0.0.1:\(server.port)"))
        let client = TestClient(apiKey: TestClient.key, baseURL: url) {
            $0.transport = transport
            $0.removeTimeLimits()
            $0.retryPolicy = .none
            $0.logger.logLevel = .critical
        }
        let result: Result<Int, any Error>
        do {
            result = .success(try await client.send(GetParcel()).id)
        } catch {
            result = .failure(error)
        }
        try await server.stop()
        return try result.get()
    }

    @Test func aCertificateNobodyTrustsIsRefused() async throws {
        let error = await apiError { try await identifier { _ in } }
        #expect(error?.kind == .connection)
        #expect(error?.isCertainlyNotSent == true)
        #expect((error?.underlying as? HTTPTransportError)?.reason == .tlsHandshake)
    }

    @Test func trustsWhatItIsTold() async throws {
        #expect(try await identifier { $0.additionalTrustRoots = [Self.certificate] } == 7)
        #expect(try await identifier { $0.trustRoots = [Self.certificate] } == 7)
        #expect(try await identifier { $0.verifiesCertificates = false } == 7)
        let folder = try TemporaryFolder()
        try folder.write(TLSServer.certificate, to: "ca.pem")
        #expect(try await identifier { $0.trustRoots = [.file(folder.path("ca.pem"))] } == 7)
    }

    @Test func trustsNothingElse() async throws {
        let error = await apiError { try await identifier { $0.trustRoots = [] } }
        #expect((error?.underlying as? HTTPTransportError)?.reason == .tlsHandshake)
    }

    @Test func showsACertificateToServersThatAsk() async throws {
        for (key, passphrase) in [(TLSServer.privateKey, nil), (TLSServer.encryptedPrivateKey, "open sesame")] {
            let identifier = try await identifier(asksForCertificates: true) {
                $0.trustRoots = [Self.certificate]
                $0.clientCertificate = ClientCertificate(chain: Self.certificate, privateKey: .text(key), passphrase: passphrase)
            }
            #expect(identifier == 7)
        }
        let error = await apiError { try await identifier(asksForCertificates: true) { $0.trustRoots = [Self.certificate] } }
        #expect(error?.kind == .connection)
    }

    /// What is read of a file of three bytes, or of a parcel that a redirect leads to, at the service and at another origin.
    private func reads(
        asksForCertificates: Bool,
        _ configure: (inout HTTPTransportSettings) -> Void
    ) async throws -> [Result<Int, APIError>] {
        let body = #"{"code":0,"data":{"id":7}}"#
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let other = try await TLSServer(asksForCertificates: asksForCertificates, answer: answer)
        let own = try await TLSServer(asksForCertificates: asksForCertificates, answer: answer)
        let location = "Location: https://127.0.0.1:\(other.port)/x\r\n"
        let redirect = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\(location)\r\n"
        let redirecting = try await TLSServer(asksForCertificates: asksForCertificates, answer: redirect)
        var settings = HTTPTransportSettings()
        configure(&settings)
        let transport = AsyncHTTPTransport(settings)
        var results: [Result<Int, APIError>] = []
        for (server, link) in [(own, own), (own, other), (redirecting, nil)] {
            let client = TestClient(apiKey: TestClient.key, baseURL: URL(string: "https://127.0.0.1:\(server.port)")) {
                $0.transport = transport
                $0.removeTimeLimits()
                $0.retryPolicy = .none
                $0.logger.logLevel = .critical
            }
            do {
                if let link {
                    let url = try #require(URL(string: "https://127.0.0.1:\(link.port)"))
                    results.append(.success(try await client.download(url).reduce(0) { $0 + $1.count }))
                } else {
                    results.append(.success(try await client.send(GetParcel()).id))
                }
            } catch let error as APIError {
                results.append(.failure(error))
            }
        }
        for server in [other, own, redirecting] { try await server.stop() }
        return results
    }

    @Test func otherOriginsAreShownNoCertificate() async throws {
        let results = try await reads(asksForCertificates: true) {
            $0.additionalTrustRoots = [Self.certificate]
            $0.clientCertificate = Self.own
        }
        #expect(results.map { try? $0.get() } == [26, nil, nil])
        let withoutCertificate = try await reads(asksForCertificates: false) {
            $0.additionalTrustRoots = [Self.certificate]
            $0.clientCertificate = Self.own
        }
        #expect(withoutCertificate.map { try? $0.get() } == [26, 26, 7])
    }

    @Test func exclusiveRootsAreForTheServiceAlone() async throws {
        let results = try await reads(asksForCertificates: false) { $0.trustRoots = [Self.certificate] }
        #expect(results.map { try? $0.get() } == [26, nil, nil])
        let everywhere = try await reads(asksForCertificates: false) {
            $0.trustRoots = []
            $0.additionalTrustRoots = [Self.certificate]
        }
        #expect(everywhere.map { try? $0.get() } == [26, 26, 7])
    }

    @Test(arguments: [
        (ClientCertificate(chain: .text("x"), privateKey: own.privateKey), "No certificate can be read from 1 bytes"),
        (
            ClientCertificate(chain: .file("/missing.pem"), privateKey: own.privateKey),
            "No certificate can be read from file /missing.pem"
        ),
        (
            ClientCertificate(chain: .file(TLSServer.certificate), privateKey: own.privateKey),
            "No certificate can be read from \(TLSServer.certificate.utf8.count) bytes in place of a path"
        ),
        (
            ClientCertificate(chain: certificate, privateKey: .file(TLSServer.privateKey)),
            "No private key can be read from \(TLSServer.privateKey.utf8.count) bytes in place of a path"
        ),
        (
            ClientCertificate(chain: certificate, privateKey: .file("-----BEGIN PRIVATE KEY-----\\nMIGH")),
            "No private key can be read from 33 bytes in place of a path"
        ),
        (ClientCertificate(chain: certificate, privateKey: .text("")), "No private key can be read from 0 bytes"),
        (
            ClientCertificate(chain: certificate, privateKey: .text(TLSServer.encryptedPrivateKey), passphrase: "wrong"),
            "No private key can be read from \(TLSServer.encryptedPrivateKey.utf8.count) bytes"
        ),
        (
            ClientCertificate(chain: certificate, privateKey: .text(anotherKey)),
            "The certificates of the transport cannot be used"
        ),
    ])
    func certificatesThatAreOfNoUseAreFoundBeforeSending(certificate: ClientCertificate, message: String) async throws {
        let error = await apiError { try await identifier { $0.clientCertificate = certificate } }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.hasPrefix(message) == true)
        #expect(error?.attempts == 0)
    }

    @Test func noDescriptionHoldsAKey() {
        var settings = HTTPTransportSettings()
        settings.clientCertificate = ClientCertificate(
            chain: Self.certificate,
            privateKey: .text(TLSServer.privateKey),
            passphrase: "open sesame"
        )
        var text = "\(settings) \(String(reflecting: settings))"
        dump(settings, to: &text)
        #expect(!text.contains("sesame"))
        // The bytes of "-----BEGIN" as an array of them is printed.
        #expect(!text.contains("45, 45, 45"))
        #expect(text.contains("key from \(TLSServer.privateKey.utf8.count) bytes"))
    }

    private static let anotherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrG51RqaJOud+TMqe
        qvZCw64I7WBwesnnw7nxgo3rOzChRANCAAR3TsdiUKuEOOFyFuOnPMzNIgHWDP5w
        SHzvuqgBXBtA76WhXX9V6+4o0Ra6aHFfEooqLwqv5BXR2tG2/19k/MOx
        -----END PRIVATE KEY-----
        """
}
