import APIRuntime
import Foundation

/// A process that downloads a file, for tests that end it in the middle: `downloader LINK PATH`.
@main struct Downloader: APIClient {
    static let service = ServiceDescriptor(
        name: "Downloader",
        environmentPrefix: "DOWNLOADER",
        userAgent: "downloader/1.0",
        servers: ["https://downloads.test"],
        security: [],
        envelope: nil,
        errorCodes: []
    )

    var configuration: ClientConfiguration

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let link = URL(string: arguments[1]) else { exit(2) }
        var configuration = ClientConfiguration()
        configuration.idleTimeout = nil
        try await Downloader(configuration: configuration).download(link, to: arguments[2], resuming: true)
    }
}
