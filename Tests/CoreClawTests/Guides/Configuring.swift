import CoreClaw
import CoreClawSimulator
import Foundation
import HTTPTypes
import Testing

/// The code of "Configuration", run against a simulator where there is something to run; a test compares it with the page.
struct Configuring {
    @Test func optionsOfAClient() async throws {
        let coreclaw = CoreClawClient(apiKey: "key") {
            $0.retryPolicy.maximumAttempts = 6
            $0.logger.logLevel = .debug
        }
        let hasty = coreclaw.with {
            $0.attemptTimeout = .seconds(2)
            $0.retryPolicy = .none
        }
        #expect(coreclaw.configuration.retryPolicy.maximumAttempts == 6)
        #expect(hasty.configuration.retryPolicy.maximumAttempts == 1)
        #expect(hasty.configuration.logger.logLevel == .debug)
    }

    @Test func credentials() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID())")
        try Data("simulator-key\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let path = file.path
        try await Simulator.with(SimulatorOptions(clock: .manual())) { simulator in
            var configuration = ClientConfiguration()
            configuration.baseURL = simulator.baseURL
            configuration.credential = .provider { try String(contentsOfFile: path, encoding: .utf8) }
            let coreclaw = CoreClawClient(configuration: configuration)
            let account = try await coreclaw.account.get()
            #expect(account.balance == 100)

            let header = coreclaw.with { $0.credential = .token("simulator-key", scheme: .apiKey(in: .header, name: "api-key")) }
            #expect(try await header.account.get().balance == 100)
            #expect(await simulator.requests.last?.headers["api-key"] == ReceivedRequest.redacted)

            let nobody = coreclaw.with { $0.credential = .none }
            let error = await #expect(throws: APIError.self) { try await nobody.account.get() }
            #expect(error?.kind == .missingCredential)
        }
    }

    @Test func transport() async throws {
        var settings = HTTPTransportSettings()
        settings.maximumConnectionsPerHost = 16
        settings.proxy = HTTPProxy(.http, host: "proxy.example.com", port: 3128)
        settings.proxy?.login = (username: "robot", password: "secret")
        settings.additionalTrustRoots = [.file("/etc/ssl/company.pem")]
        settings.clientCertificate = ClientCertificate(chain: .file("client.pem"), privateKey: .file("client.key"))
        let transport = AsyncHTTPTransport(settings)
        let coreclaw = CoreClawClient(apiKey: "key") { $0.transport = transport }
        let error = await #expect(throws: APIError.self) { try await coreclaw.account.get() }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("/etc/ssl/company.pem") == true)
    }

    @Test func proxyOfTheEnvironment() {
        var settings = HTTPTransportSettings()
        settings.proxy = .environment
        #expect(settings.proxy?.description == "proxy of the environment")
    }

    @Test func observing() async throws {
        try await withSimulator { simulator, client in
            let coreclaw = client.with {
                $0.logger.logLevel = .info
                $0.logger[metadataKey: "job"] = "nightly"
                $0.additionalHeaders[.userAgent] = "nightly-report/1.2"
            }
            _ = try await coreclaw.account.get()
            #expect(await simulator.requests.last?.headers["user-agent"] == "nightly-report/1.2")
        }
    }

    @Test func wholeAnswer() async throws {
        try await withSimulator { simulator, coreclaw in
            try await simulator.fail(operation: "getWorkerRun", with: .status(503))
            let id = RunID(SeededRuns.finished)
            let answer = try await coreclaw.response(to: GetWorkerRun(id: id))
            print(answer.status.code, answer.requestID ?? "", answer.attempts, answer.output.status.rawValue)
            #expect(answer.attempts == 2)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("request_id"))
        }
    }
}
