import Foundation

/// This executable in another mode, spoken to in lines.
package final class ChildProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var received = Data()

    package init(_ arguments: [String]) throws {
        guard let executable = Bundle.main.executableURL else { throw ChildEnded() }
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Sends a line and returns the line that comes back.
    package func ask(_ line: String) throws -> String {
        try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
        return try readLine()
    }

    /// Waits for the next line.
    package func readLine() throws -> String {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                defer { received = Data(received[received.index(after: end)...]) }
                return String(decoding: received[..<end], as: UTF8.self)
            }
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw ChildEnded() }
            received += piece
        }
    }

    package func end() {
        process.terminate()
        process.waitUntilExit()
    }
}

/// A child process that ended, or could not be started, while something was expected of it.
package struct ChildEnded: Error {
    package init() {}
}
