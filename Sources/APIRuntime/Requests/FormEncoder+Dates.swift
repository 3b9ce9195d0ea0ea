#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension FormEncoder {
    /// Adds a point in time, written as the service wants it; nil adds nothing.
    public mutating func field(_ name: String, _ value: Date?, as coding: DateCoding) {
        guard let value else { return }
        do {
            field(name, try coding.text(of: value))
        } catch {
            fail(name, error.message)
        }
    }
}

extension MultipartEncoder {
    /// Adds a point in time, written as the service wants it; nil adds nothing.
    public mutating func field(_ name: String, _ value: Date?, as coding: DateCoding) {
        guard let value else { return }
        do {
            field(name, try coding.text(of: value))
        } catch {
            fail(name, error.message)
        }
    }
}
