#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Decimal {
    /// Significand and exponent, where the significand is short; nil where it is not, or cannot be told.
    ///
    /// `Decimal` gives its digits only as text, which is slow. Where it keeps them is guessed; a number made of the guess must be
    /// the same in every byte, so a wrong guess costs time only.
    var shortParts: (significand: UInt64, exponent: Int)? {
        let guess = withUnsafeBytes(of: self) { bytes in
            bytes.count >= 12 ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt64.self)) : 0
        }
        let exponent = exponent
        let rebuilt = Decimal(sign: isSignMinus ? .minus : .plus, exponent: exponent, significand: Decimal(guess))
        let isSame = withUnsafeBytes(of: self) { left in
            withUnsafeBytes(of: rebuilt) { right in left.elementsEqual(right) }
        }
        return isSame ? (guess, exponent) : nil
    }
}
