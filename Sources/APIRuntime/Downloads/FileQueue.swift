import Dispatch

/// Runs an actor on a thread of its own when it has work, so that waiting for a disk blocks none of the threads tasks share.
final class FileQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "api-client.file")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}
