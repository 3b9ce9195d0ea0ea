/// The Swift type of a value.
package indirect enum TypeReference: Hashable, Sendable {
    case string
    case bool
    /// A boolean that is 0 or 1 on the wire.
    case flag
    case int
    case int32
    case int64
    /// An integer that the service may also write as a string of digits.
    case lenientInt
    case lenientInt64
    case double
    case decimal
    case url
    case date(DateCoding)
    /// Bytes, in base64 within JSON.
    case data
    /// A file in a form.
    case file
    /// Any JSON.
    case json
    /// A JSON object without fixed members.
    case object
    /// A type that is generated.
    case named(String)
    case array(TypeReference)
    case dictionary(TypeReference)
    case optional(TypeReference)
    /// A value or null, where absence is a third state.
    case nullable(TypeReference)
    case void

    /// How a point in time is written.
    package enum DateCoding: String, Sendable {
        case dateTime, unixTime, unixTimeMilliseconds, unixTimeAny

        /// How a request writes it: of two units that are read, seconds.
        package var written: DateCoding { self == .unixTimeAny ? .unixTime : self }
    }
}

extension TypeReference {
    /// The type as Swift writes it.
    package var spelling: String {
        switch self {
        case .string: "String"
        case .bool, .flag: "Bool"
        case .int, .lenientInt: "Int"
        case .int32: "Int32"
        case .int64, .lenientInt64: "Int64"
        case .double: "Double"
        case .decimal: "Decimal"
        case .url: "URL"
        case .date: "Date"
        case .data: "Data"
        case .file: "UploadFile"
        case .json: "JSONValue"
        case .object: "JSONObject"
        case .named(let name): name
        case .array(let element): "[\(element.spelling)]"
        case .dictionary(let value): "[String: \(value.spelling)]"
        case .optional(let wrapped): "\(wrapped.spelling)?"
        case .nullable(let wrapped): "Nullable<\(wrapped.spelling)>"
        case .void: "Void"
        }
    }

    /// Whether writing it in Swift needs Foundation.
    package var needsFoundation: Bool {
        switch self {
        case .decimal, .url, .date, .data: true
        case .array(let inner), .dictionary(let inner), .optional(let inner), .nullable(let inner): inner.needsFoundation
        default: false
        }
    }

    /// Whether writing it in Swift needs the runtime.
    package var needsRuntime: Bool {
        switch self {
        case .file: true
        case .array(let inner), .dictionary(let inner), .optional(let inner), .nullable(let inner): inner.needsRuntime
        default: false
        }
    }

    /// Whether null and absence are two states of it.
    package var tellsNullFromAbsence: Bool {
        switch self {
        case .nullable: true
        case .optional(let wrapped): wrapped.tellsNullFromAbsence
        default: false
        }
    }

    /// The generated types it is made of.
    var names: [String] {
        switch self {
        case .named(let name): [name]
        case .array(let inner), .dictionary(let inner), .optional(let inner), .nullable(let inner): inner.names
        default: []
        }
    }

    /// The type as a parameter, which is written as a text.
    var asParameter: TypeReference { self == .flag ? .int : self }

    /// The type as an element of something else, where a member's own way of writing a date is out of reach.
    var asElement: TypeReference {
        switch self {
        case .date(.dateTime): self
        case .date: .int64
        case .lenientInt, .flag: .int
        case .lenientInt64: .int64
        default: self
        }
    }
}
