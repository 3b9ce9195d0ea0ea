import APIModel
import Foundation

/// The generated files on disk: the one place that writes.
struct GeneratedTree {
    /// What a write did, or a check found to do.
    struct Changes {
        var written: [String] = []
        var unchanged = 0
        var removed: [String] = []

        var isEmpty: Bool { written.isEmpty && removed.isEmpty }
    }

    private let files: [GeneratedFile]
    private let folders: [String]

    /// The files that are to be, and the folders that hold nothing else.
    init(_ files: [GeneratedFile], folders: [String]) {
        self.files = files
        self.folders = folders
    }

    /// Writes the files whose contents differ and removes those that are no longer generated.
    @discardableResult
    func write(to root: URL) throws -> Changes {
        let changes = try changes(in: root)
        let contents = Dictionary(files.map { ($0.path, $0.contents) }) { first, _ in first }
        for path in changes.written {
            let url = root.appending(path: path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((contents[path] ?? "").utf8).write(to: url, options: .atomic)
        }
        for path in changes.removed { try FileManager.default.removeItem(at: root.appending(path: path)) }
        return changes
    }

    /// What a write would do.
    func changes(in root: URL) throws -> Changes {
        var changes = Changes()
        for file in files {
            let existing = FileManager.default.contents(atPath: root.appending(path: file.path).path)
            if existing == Data(file.contents.utf8) { changes.unchanged += 1 } else { changes.written.append(file.path) }
        }
        let wanted = Set(files.map(\.path))
        for folder in folders {
            let existing = FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? []
            for subpath in existing.sorted() {
                let path = "\(folder)/\(subpath)"
                var isFolder: ObjCBool = false
                let exists = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
                if exists, !isFolder.boolValue, !wanted.contains(path) { changes.removed.append(path) }
            }
        }
        return changes
    }
}
