import Foundation
import Testing

@testable import APIRuntime

/// Downloads to one path in several processes, of which some are killed.
@Suite struct DownloadProcessTests {
    private let file = ServedFile()

    private var client: TestClient {
        TestClient(apiKey: TestClient.key) {
            $0.removeTimeLimits()
            $0.logger.logLevel = .critical
        }
    }

    /// Where the executables of this package's tests are.
    private var products: URL {
        #if os(macOS)
        let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
        return (bundles.first?.bundleURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
        #else
        return Bundle.main.bundleURL
        #endif
    }

    /// Another process that downloads a link, without end because the server stalls after 30,000 bytes.
    private func stalledProcess(_ link: URL, to path: String) async throws -> Process {
        let process = Process()
        process.executableURL = products.appending(path: "downloader")
        process.arguments = [link.absoluteString, path]
        try process.run()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try await eventually {
            size(of: ".a.download-1", in: folder) == 30_000 || !process.isRunning
        }
        #expect(process.isRunning)
        return process
    }

    private func kill(_ process: Process) {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
    }

    private func withStallingServer(_ body: (LoopbackServer) async throws -> Void) async throws {
        let answer = { @Sendable [file] (request: String, number: Int) in
            number == 1 ? file.answer(request, cutAfter: 30_000).dropLast() + [.stall] : file.answer(request)
        }
        try await withServer(answer, body)
    }

    @Test func whatAKilledProcessLeftIsGoneOnWith() async throws {
        try await withStallingServer { server in
            let folder = try TemporaryFolder()
            let path = folder.path("a")
            kill(try await stalledProcess(server.url.appending(path: "file"), to: path))
            #expect(folder.names == [".a.download-1", ".a.download-1.info"])
            let saved = try await client.download(server.url.appending(path: "file"), to: path, resuming: true)
            #expect(saved.resumedFrom == 30_000)
            #expect(server.requests.map { rangeStart(of: $0) } == [nil, 30_000])
            #expect(folder.bytes("a") == file.bytes)
            #expect(folder.names == ["a"])
        }
    }

    @Test func onlyWhatADeadProcessLeftIsRemoved() async throws {
        try await withStallingServer { server in
            let folder = try TemporaryFolder()
            let path = folder.path("a"), link = server.url.appending(path: "file")
            let process = try await stalledProcess(link, to: path)
            for resuming in [false, true] {
                #expect(try await client.download(link, to: path, resuming: resuming).resumedFrom == 0)
                #expect(folder.bytes("a") == file.bytes)
                #expect(folder.names == [".a.download-1", ".a.download-1.info", "a"])
            }
            kill(process)
            try await client.download(link, to: path)
            #expect(folder.names == ["a"])
        }
    }
}
