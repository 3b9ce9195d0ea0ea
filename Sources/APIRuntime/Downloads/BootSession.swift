#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The time since the machine was started.
///
/// What a process wrote before it died is in its file as long as the machine runs on. After a loss of power, only what was synced is.
enum BootSession {
    /// What differs after each start of the machine, or nil if the system does not tell.
    static var identifier: String? {
        var text = [CChar](repeating: 0, count: 64)
        #if canImport(Darwin)
        var size = text.count - 1
        guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
        #else
        let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard read(descriptor, &text, text.count - 1) > 0 else { return nil }
        #endif
        let bytes = text.prefix { $0 > 0x20 }.map { UInt8(bitPattern: $0) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
