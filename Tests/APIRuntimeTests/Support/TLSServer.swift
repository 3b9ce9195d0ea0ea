import NIOCore
import NIOPosix
import NIOSSL

/// A server on loopback that speaks TLS, with a certificate of its own making, and answers every request the same.
struct TLSServer {
    private let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    /// A server that asks its clients for a certificate, too, if wanted.
    init(asksForCertificates: Bool = false, answer: String) async throws {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(Self.certificate.utf8))
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(Self.privateKey.utf8), format: .pem))
        )
        if asksForCertificates {
            tls.trustRoots = .certificates(certificates)
            tls.certificateVerification = .noHostnameVerification
        }
        let context = try NIOSSLContext(configuration: tls)
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        NIOSSLServerHandler(context: context),
                        Answerer(answer: answer)
                    )
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
    }

    func stop() async throws {
        try await channel.close()
    }

    private final class Answerer: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: String

        init(answer: String) {
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard String(buffer: unwrapInboundIn(data)).contains("\r\n\r\n") else { return }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}

extension TLSServer {
    /// For 127.0.0.1, signed by itself, until 2120.
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBRTCB7KADAgECAgEBMAoGCCqGSM49BAMCMBMxETAPBgNVBAMMCGxvb3BiYWNr
        MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjATMREwDwYDVQQDDAhs
        b29wYmFjazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHVPS1d2FJ582/S0La2k
        FJA7Mn8FPe5aCt4hpzaJJx5tRa0b93YkUl156QDYtYUBR3HZAoZxMbYYSFV/2dP7
        6dijLzAtMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxo
        b3N0MAoGCCqGSM49BAMCA0gAMEUCIHmfIci4FG08w9iarc4gNOt98mkWFcWmhl6w
        pPNR6H0TAiEA0XyuTMYjwCetkYbMF5A5B6M9HjZwowJrjbBJcqhgxPs=
        -----END CERTIFICATE-----
        """

    /// The key of the certificate, which protects nothing.
    static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfh7lx3pvwThh7Bgz
        7Z6mgkDeGl2YEJgvCTjfRoFhKYihRANCAAR1T0tXdhSefNv0tC2tpBSQOzJ/BT3u
        WgreIac2iScebUWtG/d2JFJdeekA2LWFAUdx2QKGcTG2GEhVf9nT++nY
        -----END PRIVATE KEY-----
        """

    /// The same key, encrypted with "open sesame".
    static let encryptedPrivateKey = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIH0MF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBDH5WaoETeD4cP8Utoj
        hIyZAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQUNO8WTJb1Awqhq4O
        LIIhKQSBkMAqtdu8sZAyp7Vc+u3bqYt/1wlpVc2rQlkp8jTijpzU3ebOgkk8Alxe
        YfoZcE+nKM4D+SNyVREs2VFbJcoq45hPem5cEHnFXeyOdHHlLiBGAR8Sn82+K2/9
        TM5w2UMSVFN7Q2OCWZ06zPbSwBoazsE2W7PrBPbMqX+qLD0Ii41CvGBkiuNqtawm
        zsJGP7kYtg==
        -----END ENCRYPTED PRIVATE KEY-----
        """
}
