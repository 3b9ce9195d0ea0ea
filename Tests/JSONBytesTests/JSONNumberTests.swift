import Foundation
import JSONBytes
import Testing

@Suite struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("1e3", 1000), ("5.0", 5), ("-120e-1", -12), ("0.0e99", 0),
            ("123456789012345678", 123_456_789_012_345_678),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775807.000", .max),
            ("1000000000000000000000e-10", 100_000_000_000), ("0.00001e5", 1), ("1E+2", 100),
        ] as [(String, Int)]
    )
    func readsIntegers(json: String, value: Int) throws {
        #expect(try read(Int.self, json) == value)
        #expect(try read([Int].self, "[\(json) ]") == [value])
    }

    @Test(
        arguments: [
            ("9223372036854775808", .outOfRange, 0), ("-9223372036854775809", .outOfRange, 0), ("1e19", .outOfRange, 0),
            ("1e99999999999999999999", .outOfRange, 0), ("123456789012345678901234567890", .outOfRange, 0),
            ("1.5", .typeMismatch, 0), ("1e-1", .typeMismatch, 0), ("1.00000000000000000000000001", .typeMismatch, 0),
            ("01", .invalidNumber, 0), ("-01", .invalidNumber, 0), ("00", .invalidNumber, 0), ("1.", .unexpectedEnd, 2),
            ("1.e1", .invalidNumber, 0), ("-", .unexpectedEnd, 1), ("-x", .invalidNumber, 0), ("1e", .unexpectedEnd, 2),
            ("1e+ ", .invalidNumber, 0), ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0), ("0x10", .trailingBytes, 1),
            ("1abc", .trailingBytes, 1), ("NaN", .unexpectedByte, 0), ("\"1\"", .typeMismatch, 0),
        ] as [(String, JSONError.Kind, Int)]
    )
    func refusesIntegers(json: String, kind: JSONError.Kind, offset: Int) {
        let error = failure(Int.self, json)
        #expect(error?.kind == kind)
        #expect(error?.offset == offset)
    }

    @Test func refusesIntegersThatDoNotFit() {
        #expect(failure(Int32.self, "2147483648")?.kind == .outOfRange)
        #expect(failure([Int32].self, "[0,-2147483649]")?.path == "$[1]")
        #expect(failure(Double.self, "1e400")?.kind == .outOfRange)
        #expect(failure(Double.self, "-1e400")?.kind == .outOfRange)
    }

    @Test func readsDoublesBitForBit() throws {
        var random = SeededGenerator(state: 7)
        var texts = [
            "0", "-0", "-0.0", "0.1", "1e22", "1e23", "9007199254740993", "5e-324", "1e-400", "2.2250738585072011e-308",
            "179769313486231570000e288", "0.000000000000000000000000000001", "123456789012345678901234567890.5",
        ]
        for _ in 0..<3_000 {
            let value = Double(bitPattern: random.next())
            if value.isFinite { texts.append("\(value)") }
            texts.append("\(Int32(truncatingIfNeeded: random.next())).\(random.next() % 100_000)")
            texts.append("\(random.next())e\(Int(random.next() % 60) - 30)")
        }
        let values = try read([Double].self, "[" + texts.joined(separator: ",") + "]")
        for (text, value) in zip(texts, values) where value.bitPattern != Double(text)?.bitPattern {
            Issue.record("\(text) was read as \(value)")
        }
    }

    @Test func writesDoublesThatReadTheSame() throws {
        var random = SeededGenerator(state: 8)
        let values = (0..<3_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite) + [5, -0.0, 0x1p53, 1e16, .pi]
        let same = try read([Double].self, try written(values))
        #expect(zip(values, same).allSatisfy { $0.bitPattern == $1.bitPattern })
        #expect(try written([5.0, -0.0, 1.5, 1e300]) == "[5,-0,1.5,1e+300]")
    }

    @Test(
        arguments: [
            ("12.50", "12.5"), ("\"12.50\"", "12.5"), ("\"-0.001\"", "-0.001"), ("1e3", "1000"), ("\"\\u0031.5\"", "1.5"),
            ("0", "0"),
            ("\"-0\"", "0"), ("\"12345678901234567890123456789012345678\"", "12345678901234567890123456789012345678"),
            ("0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678"), ("1e-128", nil),
            ("1000000000000000000000000", "1000000000000000000000000"), ("1.0e20", "100000000000000000000"),
            ("18446744073709551615", nil),
        ] as [(String, String?)]
    )
    func readsDecimals(json: String, text: String?) throws {
        let value = try read(Decimal.self, json)
        let plain = json.replacing("\"", with: "").replacing("\\u0031", with: "1")
        #expect(value == Decimal(string: plain))
        if let text { #expect(try written(value) == "\"\(text)\"") }
        #expect(try read(Decimal.self, try written(value)) == value)
    }

    @Test(
        arguments: [
            ("\"1abc\"", .invalidValue), ("\"\"", .invalidValue), ("\" 1\"", .invalidValue), ("\"1,5\"", .invalidValue),
            ("\"01\"", .invalidValue), ("\"1.\"", .invalidValue), ("\"+1\"", .invalidValue), ("\"NaN\"", .invalidValue),
            ("1e400", .outOfRange), ("1e130", .outOfRange), ("\"1e400\"", .outOfRange), ("1e-400", .outOfRange),
            ("01", .invalidNumber),
            ("true", .typeMismatch),
            ("\"1", .unexpectedEnd), ("\"\u{1}\"", .controlCharacter),
        ] as [(String, JSONError.Kind)]
    )
    func refusesDecimals(json: String, kind: JSONError.Kind) {
        #expect(failure(Decimal.self, json)?.kind == kind)
    }

    @Test func writesDecimalsAsTheyDescribeThemselves() throws {
        var random = SeededGenerator(state: 9)
        for _ in 0..<2_000 {
            let significand = Decimal(random.next() >> UInt64.random(in: 0..<64, using: &random))
            let sign: FloatingPointSign = random.next() % 2 == 0 ? .plus : .minus
            let value = Decimal(sign: sign, exponent: Int.random(in: -40...30, using: &random), significand: significand)
            let text = try written(value)
            #expect(text == "\"\(value)\"" || value == 0)
            #expect(try read(Decimal.self, text) == value)
        }
        #expect(try written(Decimal(sign: .plus, exponent: -2, significand: 100)) == "\"1\"")
        #expect(throws: JSONError.self) { try written(Decimal.nan) }
    }
}
