import Foundation
import JSONBytes
import Testing

@Suite struct JSONTimestampTests {
    @Test(
        arguments: [
            ("2024-08-12T08:45:45Z", 1_723_452_345), ("2024-08-12t08:45:45z", 1_723_452_345),
            ("2024-08-12 08:45:45Z", 1_723_452_345),
            ("2024-08-12T16:45:45+08:00", 1_723_452_345), ("2024-08-11T23:15:45-09:30", 1_723_452_345),
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("2000-02-29T00:00:00Z", 951_782_400),
            ("2016-12-31T23:59:60Z", 1_483_228_800), ("2016-12-31T15:59:60.5-08:00", 1_483_228_800.5),
            ("1972-06-30T23:59:60Z", 78_796_800), ("2024-08-12T08:45:45-00:00", 1_723_452_345),
            ("2024-08-12T08:45:45+23:59", 1_723_366_005),
            ("2024-08-12T08:45:45.\(String(repeating: "0", count: 500))Z", 1_723_452_345),
            ("2024-08-12T08:45:45.5Z", 1_723_452_345.5), ("2024-08-12T08:45:45.1234567890123456789Z", 1_723_452_345.123456789),
        ] as [(String, Double)]
    )
    func readsDateTimes(text: String, seconds: Double) throws {
        let date = try read(Date.self, "\"\(text)\"")
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
        #expect(try read(Date.self, try written(date)) == date)
    }

    @Test(arguments: [
        "", "2024-08-12", "2024-08-12T08:45:45", "2024-08-12T08:45Z", "2024-13-12T08:45:45Z", "2024-00-12T08:45:45Z",
        "2023-02-29T08:45:45Z",
        "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z", "2024-08-12T24:00:00Z", "2024-08-12T08:60:00Z", "2024-08-12T08:45:61Z",
        "2024-08-12T08:45:45.Z", "2024-08-12T08:45:45+8:00", "2024-08-12T08:45:45+24:00", "2024-08-12T08:45:45Zx",
        "24-08-12T08:45:45Z",
        "2024-08-12T08:45:45é", "+024-08-12T08:45:45Z", "2024-08-12T08:45:45.5", "2024-08-12T08:45:45+0100",
        "2024-08-12T08:45:45+01", "2024-08-12T08:45:45+01:0", "2024-08-12T08:45:45+01:60", "2024-08-12T08:45:45-24:00",
        "2024-08-12T08:45:45+01:00:00", "2024-08-12T08:45:45 Z", "2024-08-12T08:45:45,5Z", "2024-08-12T8:45:45Z",
        "2024-8-12T08:45:45Z", "20240812T084545Z", "2024-08-12T24:00:00Z", "2024-08-12T08:45:60Z", "2016-12-31T23:59:60+01:00",
        "2016-12-30T23:59:60Z", "10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", " 2024-08-12T08:45:45Z",
        "2024-08-12T08:45:45Z ",
        "2024-08-12_08:45:45Z", "2024-08-12T08:45:45+\u{661}1:00",
    ])
    func refusesOtherTexts(text: String) {
        #expect(failure(Date.self, "\"\(text)\"")?.kind == .invalidValue)
    }

    @Test(
        arguments: [
            (1_723_452_345.123, "2024-08-12T08:45:45.123Z"), (0, "1970-01-01T00:00:00Z"), (-0.5, "1969-12-31T23:59:59.5Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"), (951_868_799, "2000-02-29T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] as [(Double, String)]
    )
    func writesDateTimes(seconds: Double, text: String) throws {
        #expect(try written(Date(timeIntervalSince1970: seconds)) == "\"\(text)\"")
    }

    @Test func everyDayReadsTheSame() throws {
        for day in stride(from: -719_528.0, through: 2_932_896, by: 37) {
            let date = Date(timeIntervalSince1970: day * 86_400 + 1)
            #expect(try read(Date.self, try written(date)) == date)
        }
    }

    @Test func refusesDatesOutOfRange() {
        for seconds in [-62_167_219_201, 253_402_300_800, 1e300, .nan, .infinity] {
            #expect(throws: JSONError.self) { try written(Date(timeIntervalSince1970: seconds)) }
        }
    }

    @Test func datesSurviveEveryForm() throws {
        var random = SeededGenerator(state: 5)
        var dates = [0, 0.1, 1.1, -1.1, 123.456789012345, -978_307_200, -978_307_200.25, 745_145_145.123, 9e12].map(
            Date.init(timeIntervalSinceReferenceDate:)
        )
        for _ in 0..<2_000 {
            let exponent = Double(random.next() % 40)
            let sign = random.next() % 2 == 0 ? 1.0 : -1.0
            dates.append(Date(timeIntervalSinceReferenceDate: Double.random(in: 1...2, using: &random) * exp2(exponent) * sign))
            dates.append(Date(timeIntervalSince1970: Double(random.next() % 4_000_000_000_000) / 1000))
            dates.append(Date(timeIntervalSinceReferenceDate: 800_000_000 + Double(random.next() % 1_000_000) / 1e6))
        }
        for date in dates {
            var stamps = Stamps(placeholder: .value)
            (stamps.seconds, stamps.milliseconds, stamps.any) = (date, date, date)
            let same = try Stamps(json: try stamps.jsonBytes())
            #expect(same.seconds == date)
            #expect(same.milliseconds == date)
            if date.timeIntervalSince1970.magnitude < 1e11 { #expect(same.any == date) }
            if date.timeIntervalSince1970.magnitude < 6e10 { #expect(try read(Date.self, try written(date)) == date) }
        }
    }

    @Test(
        arguments: [
            ("1723452345", 1_723_452_345), ("1.723452345e9", 1_723_452_345), ("1723452345.25", 1_723_452_345.25), ("-1.5", -1.5),
            ("-0.25", -0.25), ("0.000", 0),
        ] as [(String, Double)]
    )
    func readsUnixTimes(json: String, seconds: Double) throws {
        let stamps = try Stamps(json: #"{"seconds":\#(json),"milliseconds":\#(json),"any":\#(json)}"#)
        #expect(stamps.seconds == Date(timeIntervalSince1970: seconds))
        #expect(abs(stamps.milliseconds.timeIntervalSince1970 - seconds / 1000) < 1e-6)
        #expect(stamps.any == stamps.seconds)
    }

    @Test func tellsMillisecondsFromSeconds() throws {
        func any(_ json: String) throws -> Date {
            try Stamps(json: #"{"seconds":0,"milliseconds":0,"any":\#(json)}"#).any
        }
        #expect(try any("100000000000") == Date(timeIntervalSince1970: 100_000_000_000))
        #expect(try any("100000000001") == Date(timeIntervalSince1970: 100_000_000.001))
        #expect(try any("-1723452345500") == Date(timeIntervalSince1970: -1_723_452_345.5))
        #expect(try any("1723452345500.5") == Date(timeIntervalSince1970: 1_723_452_345.5005))
    }

    @Test func refusesTimesOutOfRange() {
        for json in ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999.5", "1e300"] {
            #expect(failure(Stamps.self, #"{"seconds":\#(json)}"#)?.kind == .outOfRange)
        }
    }
}

@Suite("Times of either unit")
struct EitherUnitTests {
    @Test(
        "Are written so that the number is whole, where both are understood",
        arguments: [
            ("1776943336380", "1776943336380"), ("1776943336000", "1776943336"), ("1776943336", "1776943336"),
            ("1776943336.38", "1776943336380"), ("12.5", "12.5"), ("-1776943336.5", "-1776943336.5"), ("0", "0"),
        ]
    )
    func written(json: String, expected: String) throws {
        let stamps = try Stamps(json: #"{"seconds":0,"milliseconds":0,"any":\#(json)}"#)
        let text = try stamps.jsonText()
        #expect(text == #"{"seconds":0,"milliseconds":0,"any":\#(expected)}"#)
        #expect(try Stamps(json: text) == stamps)
    }
}

private struct Stamps: JSONModel {
    var seconds = Date(timeIntervalSince1970: 0)
    var milliseconds = Date(timeIntervalSince1970: 0)
    var any = Date(timeIntervalSince1970: 0)
    var unknownMembers = JSONObject()

    init(placeholder: JSONPlaceholder) {}

    static let fields = JSONFields("seconds\nmilliseconds\nany")

    mutating func members(_ coder: inout JSONCoder) {
        coder.unixTime(&seconds)
        coder.unixTimeMilliseconds(&milliseconds)
        coder.unixTimeAny(&any)
    }
}
