#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value with one text for paths, queries, headers, cookies and form fields.
public protocol ParameterValue: Sendable {
    /// The text before any encoding; throws where the value has none.
    var parameterText: String { get throws(ParameterError) }
}

extension ParameterValue where Self: RawRepresentable, RawValue: ParameterValue {
    /// The raw value's text.
    public var parameterText: String { get throws(ParameterError) { try rawValue.parameterText } }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public var parameterText: String { self ? "true" : "false" }
}

extension Int: ParameterValue {
    /// Decimal digits.
    public var parameterText: String { description }
}

extension Int32: ParameterValue {
    /// Decimal digits.
    public var parameterText: String { description }
}

extension Int64: ParameterValue {
    /// Decimal digits.
    public var parameterText: String { description }
}

extension UInt64: ParameterValue {
    /// Decimal digits.
    public var parameterText: String { description }
}

extension String: ParameterValue {
    /// The string itself.
    public var parameterText: String { self }
}

extension Double: ParameterValue {
    /// The shortest text that reads back as the same number; throws for NaN and infinities.
    public var parameterText: String {
        get throws(ParameterError) {
            guard isFinite else { throw ParameterError("is not a finite number") }
            return description
        }
    }
}

extension Decimal: ParameterValue {
    /// Decimal digits; throws for NaN.
    public var parameterText: String {
        get throws(ParameterError) {
            guard !isNaN else { throw ParameterError("is not a number") }
            return description
        }
    }
}

extension URL: ParameterValue {
    /// The absolute URL.
    public var parameterText: String { absoluteString }
}

extension Date: ParameterValue {
    /// The time in RFC 3339, in UTC; throws outside the years 0 to 9999.
    public var parameterText: String { get throws(ParameterError) { try DateCoding.dateTime.text(of: self) } }
}
