import Testing

@testable import CoreClawSimulator

struct IdentifierSequenceTests {
    @Test(arguments: [Int64.min, -1, 0, 1_787_198_400, .max])
    func identifiersAreULIDsInOrder(_ now: Int64) {
        var identifiers = IdentifierSequence()
        let slugs = (0..<100).map { _ in identifiers.slug(at: now) }
        #expect(slugs.allSatisfy { $0.wholeMatch(of: /[0-7][0-9A-HJKMNP-TV-Z]{25}/) != nil })
        #expect(slugs == slugs.sorted())
        #expect(Set(slugs).count == 100)
        #expect(String(identifiers.number(at: now)).count == 19)
    }
}
