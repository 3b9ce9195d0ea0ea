#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file that is written under a hidden name beside its own, and gets its own once it is complete.
actor FileReplacement: DownloadSink {
    /// What an earlier download left behind: what the server told of the file, and the number of its bytes that are there.
    typealias Leftover = (response: DownloadResponse, size: Int)

    /// How many names are looked at for files that were left behind.
    private static let searched = 8
    /// How many downloads of one file there may be at once.
    private static let most = 1000

    /// The name asked for; where that is a symbolic link, the file behind it.
    private var path: String
    private let isReplacing: Bool
    /// The identity of the link if what is written may be resumed by a later download, or else nil.
    private let identity: String?
    private let calls: FileCalls
    private let queue = FileQueue()
    private var partial: PartialFile?
    /// Whether the disk failed, after which a sync that succeeds proves nothing.
    private var isDiskBroken = false
    /// The permissions of the file that is replaced.
    private var permissions: mode_t?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }
    nonisolated var takesBack: Bool { true }

    init(of path: String, replacing: Bool, resuming identity: String?, calls: FileCalls) {
        self.path = path
        isReplacing = replacing
        self.identity = identity
        self.calls = calls
    }

    /// Takes a file that an earlier download of the same link left behind, or makes a new one, and removes all others that were left
    /// behind. Throws a ``FileFailure`` where the file could not be put in its place later on, as far as that can be known.
    func prepare() throws -> Leftover? {
        try inspect()
        let name = PartialName(target: path)
        var leftover: Leftover?
        for number in 1...Self.searched {
            guard let file = PartialFile(leftAt: name.path(number)) else { continue }
            if partial == nil, let left = resumable(file) {
                (partial, leftover) = (file, left)
            } else {
                file.remove()
            }
        }
        if partial == nil { partial = try create(name) }
        return leftover
    }

    func begin(_ response: DownloadResponse) throws {
        guard let partial else { return }
        // No record ever stands beside bytes it does not tell of.
        partial.removeRecord()
        guard partial.truncate(to: 0) else { throw failure("cannot be begun again") }
        guard let identity, response.isResumable else { return }
        let text = PartialRecord.text(link: identity, headers: response.headers, bootSession: calls.bootSession())
        guard partial.addToRecord(text) else { throw failure("cannot be written") }
    }

    func take(_ piece: [UInt8]) throws {
        guard let partial else { return }
        try piece.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = uninterrupted { calls.write(partial.descriptor, UnsafeRawBufferPointer(rebasing: rest)) }
                guard count > 0 else {
                    isDiskBroken = errno == EIO
                    throw failure("cannot be written")
                }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Puts the file in its place: its content is on the disk before its name, and its name before this returns.
    func commit() throws {
        guard let partial else { return }
        if let permissions, fchmod(partial.descriptor, permissions) != 0 { throw failure("cannot be given its permissions") }
        guard uninterrupted({ calls.sync(partial.descriptor) }) == 0 else {
            isDiskBroken = true
            throw failure("cannot be written")
        }
        // The lock has to last until the name is gone that others may take for one left behind.
        try place(partial.path)
        partial.removeRecord()
        partial.release()
        self.partial = nil
        try syncFolder()
    }

    /// Removes what was written, unless it is in its place.
    func discard() {
        partial?.remove()
        partial = nil
    }

    /// Leaves what was written to a later download, if all of it is on the disk.
    func suspend() {
        guard let partial else { return }
        let size = partial.size
        guard !isDiskBroken, size > 0, uninterrupted({ calls.sync(partial.descriptor) }) == 0 else { return discard() }
        // Where these lines do not fit on a full disk, the file is good until the machine is started again.
        _ = partial.addToRecord(PartialRecord.text(bootSession: calls.bootSession(), syncedSize: size))
        partial.release()
        self.partial = nil
    }

    /// What can be used of a file that was left behind; nil if it has to be begun again.
    private func resumable(_ file: PartialFile) -> Leftover? {
        guard let identity, let record = file.record, record.link == identity else { return nil }
        let response = DownloadResponse(status: .ok, headers: record.headers)
        // What was written and not synced before the machine went down may be anything.
        let isTrusted = record.bootSession != nil && record.bootSession == calls.bootSession()
        var size = isTrusted ? file.size : min(file.size, record.syncedSize)
        if let total = response.contentLength {
            guard size <= total else { return nil }
            // Of a file that is complete the last byte is requested, so that the server confirms that it has the same file still.
            size = min(size, total - 1)
        }
        let lines = PartialRecord.text(bootSession: calls.bootSession(), syncedSize: min(size, record.syncedSize))
        guard response.isResumable, size > 0, file.truncate(to: size), file.addToRecord(lines) else { return nil }
        return (response, size)
    }

    private func create(_ name: PartialName) throws -> PartialFile {
        for number in 1...Self.most {
            if let file = PartialFile(newAt: name.path(number), permissions: permissions ?? 0o666) { return file }
            if errno != EEXIST { break }
        }
        throw failure("cannot be written")
    }

    /// Throws where no file can have the path; follows a link, and notes the permissions of the file that is there.
    private func inspect() throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw FileFailure("The path of the file is empty or holds a zero byte")
        }
        guard path.utf8.last != UInt8(ascii: "/") else { throw FileFailure("'\(path)' is a folder") }
        var present = stat()
        if !isReplacing, lstat(path, &present) == 0 { throw alreadyThere }
        guard stat(path, &present) == 0 else {
            // A link is never replaced, and what it leads to may be gone for a reason.
            if lstat(path, &present) == 0 { throw FileFailure("'\(path)' is a link that leads to no file") }
            return
        }
        switch present.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileFailure("'\(path)' is a folder")
        default: throw FileFailure("'\(path)' is no regular file")
        }
        guard access(path, W_OK) == 0 else { throw failure("cannot be written") }
        permissions = present.st_mode & 0o777
        guard let target = realpath(path, nil) else { throw failure("cannot be found") }
        path = String(cString: target)
        free(target)
    }

    private func place(_ hidden: String) throws {
        if !isReplacing {
            // A link, unlike a rename, never replaces what has come there meanwhile.
            if link(hidden, path) == 0 {
                _ = unlink(hidden)
                return
            }
            // Some file systems have no links.
            guard errno != EEXIST, access(path, F_OK) != 0 else { throw alreadyThere }
        }
        guard calls.rename(hidden, path) == 0 else { throw failure("cannot be put in its place") }
    }

    /// Writes the new name to the disk, where folders can be synced.
    private func syncFolder() throws {
        let folder = PartialName(target: path).folder
        let descriptor = uninterrupted { open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        guard uninterrupted({ calls.sync(descriptor) }) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw failure("is complete, and its folder cannot be written")
        }
    }

    private var alreadyThere: FileFailure { FileFailure("'\(path)' is there already") }

    private func failure(_ fact: String) -> FileFailure {
        let number = errno
        return FileFailure("'\(path)' \(fact)", number: number)
    }
}
