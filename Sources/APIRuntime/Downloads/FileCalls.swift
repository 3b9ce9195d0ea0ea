#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The calls to the system on which it depends whether a file survives a full disk or a loss of power; tests replace them.
struct FileCalls: Sendable {
    /// Writes bytes where the file ends.
    var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int = { descriptor, bytes in
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Glibc)
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
    /// Waits until a file or a folder is on the disk as it is in memory.
    var sync: @Sendable (_ descriptor: Int32) -> Int32 = { fsync($0) }
    /// Gives a file another name, in place of the file that has it.
    var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { old, new in
        #if canImport(Darwin)
        Darwin.rename(old, new)
        #elseif canImport(Glibc)
        Glibc.rename(old, new)
        #elseif canImport(Musl)
        Musl.rename(old, new)
        #endif
    }
    /// What differs after each start of the machine.
    var bootSession: @Sendable () -> String? = { BootSession.identifier }
}

/// Repeats a call to the system as long as a signal interrupts it.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
