#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The environment variables of this process.
enum ProcessEnvironment {
    /// The value of a variable, or nil where it is not set; asked anew each time, so that a later `setenv` counts.
    static func value(of name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
