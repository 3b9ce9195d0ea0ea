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
    /// - Throws: ``GeneratedTreeError`` before anything is written, if a file would land outside its folder, two files would be one on some
    ///   disks, or a file that is not generated is in the way.
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
        try checkPaths()
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
                guard exists, !isFolder.boolValue, !wanted.contains(path) else { continue }
                guard isGenerated(root.appending(path: path)) else { throw GeneratedTreeError.notGenerated(path) }
                changes.removed.append(path)
            }
        }
        return changes
    }

    private func checkPaths() throws(GeneratedTreeError) {
        var seen: Set<String> = []
        for file in files {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { throw .outside(file.path) }
            guard seen.insert(file.path.lowercased()).inserted else { throw .twice(file.path) }
        }
    }

    /// Whether a file bears the mark of the generator, so that it may be removed.
    private func isGenerated(_ url: URL) -> Bool {
        guard let data = FileManager.default.contents(atPath: url.path) else { return false }
        return String(decoding: data, as: UTF8.self).contains(GeneratedFile.mark)
    }
}

/// Why files are not written.
enum GeneratedTreeError: Error, Equatable, CustomStringConvertible {
    case outside(String)
    case twice(String)
    case notGenerated(String)

    var description: String {
        switch self {
        case .outside(let path): "'\(path)' is no path within an output folder"
        case .twice(let path): "'\(path)' would be written twice on a disk that takes upper and lower case for equal"
        case .notGenerated(let path): "'\(path)' is in an output folder and was not generated; move it elsewhere"
        }
    }
}
