#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Why a file could not be made, written or put in its place.
struct FileFailure: Error {
    let message: String
    let code: POSIXError?

    init(_ message: String) {
        self.message = message
        code = nil
    }

    /// The failure of a call to the system, by its number.
    init(_ message: String, number: Int32) {
        self.message = message + ": " + String(cString: strerror(number))
        code = POSIXErrorCode(rawValue: number).map { POSIXError($0) }
    }
}
