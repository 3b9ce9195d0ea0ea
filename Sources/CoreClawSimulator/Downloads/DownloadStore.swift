/// The files that can be downloaded, the faults that downloads are still to meet, and what was asked for so far.
actor DownloadStore {
    private static let maximumReceived = 10_000

    /// Beyond this many bytes or files the oldest are forgotten, yet never the newest one.
    private let maximumSize: Int
    private let maximumCount: Int
    private(set) var received: [ReceivedDownload] = []
    private var files: [StoredFile] = []
    private var size = 0
    private var lastNumber = 0
    private var faults: [(fault: DownloadFault, times: Int)] = []

    init(maximumSize: Int = 64 * 1024 * 1024, maximumCount: Int = 1000) {
        (self.maximumSize, self.maximumCount) = (maximumSize, maximumCount)
    }

    /// Keeps a file under a path that no other one had, which is returned.
    ///
    /// - Parameter subject: What the file is about. When the same content about the same thing is still there, it stays the one
    ///   file, which is now the newest: whoever asks again and again for a log wants no room for it.
    func keep(_ content: FileContent, named name: String, about subject: String? = nil) -> String {
        let path = "/files/\(lastNumber + 1)/\(name)"
        let stored = StoredFile(content, name: name, path: path, subject: subject)
        if let index = files.firstIndex(where: { $0.isSame(as: stored) }) {
            files.append(files.remove(at: index))
            return files[files.count - 1].path
        }
        lastNumber += 1
        files.append(stored)
        size += stored.size
        while files.count > 1, size > maximumSize || files.count > maximumCount {
            size -= files.removeFirst().size
        }
        return path
    }

    func file(at path: String) -> StoredFile? {
        files.first { $0.path == path }
    }

    /// The file with another content from now on.
    func changeFile(at path: String) -> StoredFile? {
        guard let index = files.firstIndex(where: { $0.path == path }) else { return nil }
        size -= files[index].size
        files[index] = files[index].changed
        size += files[index].size
        return files[index]
    }

    func add(_ fault: DownloadFault, times: Int) {
        faults.append((fault, times))
    }

    /// The fault that the next download meets, and counts it as done.
    func nextFault() -> DownloadFault? {
        guard let first = faults.first else { return nil }
        if first.times > 1 {
            faults[0].times -= 1
        } else {
            faults.removeFirst()
        }
        return first.fault
    }

    func removeFaults() {
        faults = []
    }

    func record(_ download: ReceivedDownload) {
        received.append(download)
        // A quarter at once: dropping the first of a long array moves all others.
        if received.count > Self.maximumReceived { received.removeFirst(Self.maximumReceived / 4) }
    }

    func forgetReceived() {
        received = []
    }

    /// Forgets the files as well, whose links lead nowhere from now on.
    func removeAll() {
        (files, size, faults, received) = ([], 0, [], [])
    }
}
