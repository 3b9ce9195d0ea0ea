#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file that is written under a hidden name beside its own, and gets its own once it is complete.
actor FileReplacement: DownloadSink {
    /// The name asked for; where that is a symbolic link, the file behind it.
    private var path: String
    private let isReplacing: Bool
    private let queue = FileQueue()
    private var hidden: String?
    private var descriptor: Int32 = -1
    /// The permissions of the file that is replaced.
    private var permissions: mode_t?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }
    nonisolated var takesBack: Bool { true }

    init(of path: String, replacing: Bool) {
        self.path = path
        isReplacing = replacing
    }

    /// Makes the hidden file, under a name from random bits; throws a ``FileFailure`` where the file could not be put in its
    /// place later on, as far as that can be known.
    func create(name randomness: () -> UInt64) throws {
        try inspect()
        // As a `Character` the separator hides behind the accent of a name that begins with one.
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(decoding: path.utf8[...$0], as: UTF8.self) } ?? ""
        for number in UInt64(0)..<8 {
            // A source of bits that repeats itself must not make the names repeat themselves.
            let hidden = folder + ".download-" + String(randomness() &+ number, radix: 36)
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
            descriptor = retrying { open(hidden, flags, permissions ?? 0o666) }
            if descriptor >= 0 {
                self.hidden = hidden
                return
            }
            if errno != EEXIST { break }
        }
        throw failure("cannot be written")
    }

    func begin(_ response: DownloadResponse) throws {
        guard retrying({ ftruncate(descriptor, 0) }) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw failure("cannot be begun again")
        }
    }

    func take(_ piece: [UInt8]) throws {
        var rest = piece[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in retrying { write(descriptor, bytes.baseAddress, bytes.count) } }
            guard count > 0 else { throw failure("cannot be written") }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts the file in its place, its content on the disk before its name.
    func commit() throws {
        guard let hidden else { return }
        if let permissions, fchmod(descriptor, permissions) != 0 { throw failure("cannot be given its permissions") }
        guard retrying({ fsync(descriptor) }) == 0 else { throw failure("cannot be written") }
        let complete = descriptor
        descriptor = -1
        guard close(complete) == 0 else { throw failure("cannot be written") }
        try place(hidden)
        self.hidden = nil
    }

    /// Removes what was written, unless it is in its place.
    func discard() {
        if descriptor >= 0 { _ = close(descriptor) }
        descriptor = -1
        if let hidden { _ = unlink(hidden) }
        hidden = nil
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
        guard rename(hidden, path) == 0 else { throw failure("cannot be put in its place") }
    }

    private var alreadyThere: FileFailure { FileFailure("'\(path)' is there already") }

    private func failure(_ fact: String) -> FileFailure {
        let number = errno
        return FileFailure("'\(path)' \(fact)", number: number)
    }

    /// Repeats a call to the system as long as a signal interrupts it.
    private func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}
