#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decodes `Decodable` types of any origin from JSON bytes.
///
/// Types of this module are read directly. The decoders and containers it hands out hold the bytes themselves, so they may be
/// kept.
public struct JSONBytesDecoder: Sendable {
    /// How a `Date` is written.
    public enum DateStrategy: Sendable {
        /// Seconds since 1970.
        case unixTime
        /// Milliseconds since 1970.
        case unixTimeMilliseconds
        /// Milliseconds since 1970 above 10^11, else seconds.
        case unixTimeAny
        /// Text of RFC 3339.
        case dateTime
    }

    /// How dates are written; in seconds since 1970 unless said otherwise.
    public var dateStrategy: DateStrategy

    /// What a document is allowed.
    public var limits: JSONLimits

    /// What is handed to the decoded types.
    public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    /// Makes a decoder.
    public init() {
        self.init(dateStrategy: .unixTime)
    }

    /// Makes a decoder for dates written that way.
    public init(dateStrategy: DateStrategy, limits: JSONLimits = .init()) {
        self.dateStrategy = dateStrategy
        self.limits = limits
    }

    /// Decodes a whole document; throws `DecodingError`, with a ``JSONError`` underneath where the bytes are at fault.
    public func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        let document = JSONDocument(bytes: bytes, settings: self)
        return try document.value(type, at: try document.check(), path: .root)
    }

    /// Decodes a value that has been read already, in what it would write; throws as ``decode(_:from:)-(_,[UInt8])`` does.
    public func decode<T: Decodable>(_ type: T.Type, from value: some JSONComposite) throws -> T {
        // What has just been written needs no check.
        try JSONDocument(bytes: try value.jsonBytes(), settings: self).value(type, at: 0, path: .root)
    }
}
