import Foundation

/// The median of several measurements with the lowest and the highest.
package struct Spread {
    private let sorted: [Double]

    package init(_ values: [Double]) {
        sorted = values.sorted()
    }

    package var median: Double { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }

    package func text(_ digits: Int) -> String {
        let format = "%.\(digits)f"
        let lowest = String(format: format, sorted.first ?? 0), highest = String(format: format, sorted.last ?? 0)
        return "**\(String(format: format, median))** (\(lowest) to \(highest))"
    }
}
