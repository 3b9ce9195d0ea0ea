import Foundation
import Testing

@testable import CoreClawSimulator

struct PriceTests {
    @Test(arguments: [(0, "0"), (10000, "1.00"), (217, "0.0217"), (40, "0.004"), (101_225_547, "10122.5547"), (15000, "1.50")])
    func amountsHaveTwoPlacesOrMore(_ tenThousandths: Int, _ text: String) {
        #expect((Decimal(tenThousandths) / 10000).amount == text)
    }
}
