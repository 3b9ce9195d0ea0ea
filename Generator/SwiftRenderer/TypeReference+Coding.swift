import APIModel
import SwiftSyntax
import SwiftSyntaxBuilder

extension TypeReference {
    /// The method of the coder that reads and writes a member of this type.
    var coderMethod: String {
        switch self {
        case .string: "string"
        case .bool: "bool"
        case .flag: "flag"
        case .int, .int32, .int64: "integer"
        case .lenientInt, .lenientInt64: "lenientInteger"
        case .double: "double"
        case .decimal: "decimal"
        case .url: "url"
        case .data: "base64"
        case .date(let coding): coding.rawValue
        case .array: "list"
        case .nullable(.date(let coding)) where coding != .dateTime: coding.rawValue
        default: "value"
        }
    }

    /// Whether the coder's method can take one value for "not set".
    var takesAbsent: Bool {
        switch self {
        case .string, .int, .int32, .int64, .lenientInt, .lenientInt64: true
        case .date(let coding): coding != .dateTime
        default: false
        }
    }

    /// An empty value, for a member that is filled in place; nil where it depends on the declared type.
    var emptyValue: String? {
        switch self {
        case .string: "\"\""
        case .bool, .flag: "false"
        case .int, .int32, .int64, .lenientInt, .lenientInt64, .double: "0"
        case .decimal: "Decimal()"
        case .url: "URL(filePath: \"/\")"
        case .date: "Date(timeIntervalSince1970: 0)"
        case .data: "Data()"
        case .json: "JSONValue.null"
        case .object: "JSONObject()"
        case .array: "[]"
        case .dictionary: "[:]"
        case .file: "UploadFile(name: \"\", contentType: \"\", bytes: [])"
        case .named, .optional, .nullable, .void: nil
        }
    }

    /// Whether Swift infers the type from the empty value.
    var isInferred: Bool {
        switch self {
        case .int32, .int64, .lenientInt64, .double, .array, .dictionary: false
        default: true
        }
    }
}

extension Literal {
    /// The value as a Swift expression.
    var expression: ExprSyntax {
        switch self {
        case .string(let text): ExprSyntax(StringLiteralExprSyntax(content: text))
        case .integer(let number): "\(raw: number)"
        case .number(let number): "\(raw: number)"
        case .bool(let value): "\(raw: value)"
        case .null: "nil"
        }
    }
}

extension ExprSyntax {
    /// A string literal with whatever is in it escaped.
    static func string(_ text: String) -> ExprSyntax {
        let needsNoEscape = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard needsNoEscape else { return ExprSyntax(StringLiteralExprSyntax(content: text)) }
        let segment = StringSegmentSyntax(content: .stringSegment(text))
        return ExprSyntax(
            StringLiteralExprSyntax(
                openingQuote: .stringQuoteToken(),
                segments: [.stringSegment(segment)],
                closingQuote: .stringQuoteToken()
            )
        )
    }

    /// A list of string literals.
    static func strings(_ texts: [String]) -> ExprSyntax {
        ExprSyntax(ArrayExprSyntax(expressions: texts.map { .string($0) }).formattedElements)
    }
}

extension ArrayExprSyntax {
    /// The list on one line, with spaces after its commas.
    var formattedElements: ArrayExprSyntax {
        with(
            \.elements,
            ArrayElementListSyntax(
                elements.enumerated().map { index, element in
                    element.with(\.trailingComma, index + 1 < elements.count ? .commaToken(trailingTrivia: .space) : nil)
                }
            )
        )
    }
}
