/// What a file for download holds.
enum FileContent: Sendable {
    case rows(ExportFile)
    case text(String)

    var bytes: [UInt8] {
        switch self {
        case .rows(let file): file.bytes
        case .text(let text): Array(text.utf8)
        }
    }

    var contentType: String {
        switch self {
        case .rows(let file): file.format.contentType
        case .text: "text/plain; charset=utf-8"
        }
    }

    var fileNameEnding: String {
        switch self {
        case .rows(let file): file.format.rawValue
        case .text: "txt"
        }
    }

    /// The content without its first row or line: as good as every byte is another one then.
    var changed: FileContent {
        switch self {
        case .rows(let file): .rows(file.withoutFirstRow)
        case .text(let text):
            .text(text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n"))
        }
    }
}
