import Testing

@testable import CoreClawSimulator

/// August 2026 at UTC+8 is 1785513600..<1788192000.
struct RunPeriodTests {
    @Test func withoutARangeItIsTheMonthOfTheClock() throws {
        let period = try RunPeriod(start: nil, end: nil, now: 1_787_198_400)
        #expect(period.start == 1_785_513_600)
        #expect(period.end == 1_788_192_000)
    }

    @Test func aDayIsAddedToTheEnd() throws {
        let period = try RunPeriod(start: 1_785_513_600, end: 1_785_600_000, now: 0)
        #expect(period.end == 1_785_686_400)
        #expect(period.contains(1_785_686_399))
        #expect(!period.contains(1_785_686_400))
    }

    @Test(
        arguments: [
            (1_785_513_600, 1_788_105_600, true), (1_785_513_600, 1_788_105_601, false), (1_785_513_599, 1_785_600_000, false),
            (1_785_513_600, 1_788_192_000, false), (.max, .max, false), (.min, .max, false), (1_785_513_600, .min, false),
        ] as [(Int64, Int64, Bool)]
    )
    func bothEndsLieInOneMonth(_ start: Int64, _ end: Int64, _ isAllowed: Bool) {
        let period = try? RunPeriod(start: start, end: end, now: 0)
        #expect((period != nil) == isAllowed)
    }
}
