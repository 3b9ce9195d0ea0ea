import HTTPTypes

/// What is kept beside a partial file, so that a later download can resume it: a line `name: value` for each fact.
///
/// Lines are only ever added, so that a process can die at any time; the last line of a name counts.
struct PartialRecord: Sendable, Hashable {
    /// The identity of the link, which tells nothing of the link itself.
    let link: String
    /// What the server told of the file when it began to send it.
    let headers: HTTPFields
    /// When the bytes were written that are not known to be on the disk.
    let bootSession: String?
    /// Number of bytes that are known to be on the disk.
    let syncedSize: Int

    /// The headers that are kept; all others may hold what is not to be written down.
    private static let names: [HTTPField.Name] = [
        .eTag, .lastModified, .date, .acceptRanges, .contentLength, .contentType, .contentDisposition,
    ]

    /// The record of a file that begins.
    static func text(link: String, headers: HTTPFields, bootSession: String?) -> String {
        let kept = names.compactMap { name in headers[name].map { line(name.canonicalName, $0) } }
        return line("link", link) + kept.joined() + text(bootSession: bootSession, syncedSize: 0)
    }

    /// The lines to add when a file is resumed, or left for a later download.
    static func text(bootSession: String?, syncedSize: Int) -> String {
        line("boot", bootSession ?? "") + line("synced", syncedSize.description)
    }

    /// Reads a record; nil if a fact is missing without which nothing can be resumed.
    init?(_ text: String) {
        var facts: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            facts[String(line[..<colon])] = String(line[colon...].dropFirst(2))
        }
        guard let link = facts["link"], let synced = facts["synced"].flatMap(Int.init), synced >= 0 else { return nil }
        self.link = link
        var headers = HTTPFields()
        for name in Self.names { headers[name] = facts[name.canonicalName] }
        self.headers = headers
        bootSession = facts["boot"].flatMap { $0.isEmpty ? nil : $0 }
        syncedSize = synced
    }

    private static func line(_ name: String, _ value: String) -> String { "\(name): \(value)\n" }
}
