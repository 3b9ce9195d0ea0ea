import Foundation

/// What a run costs, in USD.
struct Price: Sendable {
    /// What every run costs that has started.
    let start: Decimal
    /// What each row costs besides.
    let row: Decimal

    static let standard = Price(start: Decimal(5) / 1000, row: Decimal(5) / 10000)

    func total(rows: Int) -> Decimal { start + row * Decimal(rows) }
}

extension Decimal {
    /// The amount as the service writes it: `0`, or with at least two places.
    var amount: String {
        guard !isZero else { return "0" }
        let text = "\(self)"
        guard let point = text.firstIndex(of: ".") else { return text + ".00" }
        return text.distance(from: point, to: text.endIndex) == 2 ? text + "0" : text
    }
}
