#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file on its way under a hidden name, locked as long as its descriptor is open.
///
/// The lock ends with the process at the latest, so that what can be locked was left behind.
struct PartialFile: Sendable {
    let path: String
    let descriptor: Int32

    /// Where the record stands, if there is one.
    private var recordPath: String { path + ".info" }
    private static let maximumRecord = 64 << 10

    /// A file that was left behind, which nobody else holds from now on.
    ///
    /// It is nil if there is none, if a process is still at it, or if another user made it, who might have written anything into it.
    init?(leftAt path: String) {
        let descriptor = Self.own(path, O_WRONLY)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isNamed(path, descriptor) else {
            _ = close(descriptor)
            return nil
        }
        self.path = path
        self.descriptor = descriptor
    }

    /// A new file; nil if there is one, or else with the reason in `errno`.
    init?(newAt path: String, permissions: mode_t) {
        let descriptor = uninterrupted { Self.create(path, permissions) }
        guard descriptor >= 0 else { return nil }
        // Some file systems have no locks. There nobody can lock the file, so that nobody takes it for left behind.
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard isLocked, Self.isNamed(path, descriptor) else {
            // Somebody took it for left behind before it was locked.
            _ = close(descriptor)
            errno = EEXIST
            return nil
        }
        self.path = path
        self.descriptor = descriptor
    }

    /// Number of bytes, or 0 if that cannot be found out or the file has other names, so that it must not be changed.
    var size: Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_nlink == 1 else { return 0 }
        return Int(status.st_size)
    }

    /// Cuts the file off behind some bytes, and goes on there.
    func truncate(to size: Int) -> Bool {
        uninterrupted { ftruncate(descriptor, off_t(size)) } == 0 && lseek(descriptor, off_t(size), SEEK_SET) == off_t(size)
    }

    /// The record beside the file, or nil if there is none that can be used.
    var record: PartialRecord? {
        let descriptor = Self.own(recordPath, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.maximumRecord)
        let count = uninterrupted { read(descriptor, &bytes, bytes.count) }
        guard count > 0, count < Self.maximumRecord else { return nil }
        return PartialRecord(String(decoding: bytes[..<count], as: UTF8.self))
    }

    /// Adds lines to the record, which is made if there is none.
    func addToRecord(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let descriptor = Self.own(recordPath, O_WRONLY | O_CREAT | O_APPEND)
        guard descriptor >= 0 else { return false }
        defer { _ = close(descriptor) }
        return uninterrupted { write(descriptor, bytes, bytes.count) } == bytes.count
    }

    func removeRecord() { _ = unlink(recordPath) }

    /// Removes the file and its record, the record first: without it nobody resumes the file.
    func remove() {
        removeRecord()
        _ = unlink(path)
        _ = close(descriptor)
    }

    /// Leaves the file to whoever comes next.
    func release() { _ = close(descriptor) }

    /// Opens a regular file of this user; -1 for any other.
    private static func own(_ path: String, _ flags: Int32) -> Int32 {
        // A pipe must not make this wait for a reader.
        let descriptor = uninterrupted { open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { return -1 }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
            _ = close(descriptor)
            return -1
        }
        return descriptor
    }

    private static func create(_ path: String, _ permissions: mode_t) -> Int32 {
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    }

    /// Whether a name still leads to an open file, which may have got another one meanwhile.
    private static func isNamed(_ path: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0
            && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino
    }
}
