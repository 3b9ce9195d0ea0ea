import Foundation

/// A figure that CoreClaw is to reach.
package struct Goal: CustomStringConvertible {
    package enum Bound {
        case atLeast(Double)
        case atMost(Double)
    }

    package let name: String
    package let value: Double
    package let bound: Bound

    package init(_ name: String, _ value: Double, _ bound: Bound) {
        self.name = name
        self.value = value
        self.bound = bound
    }

    package var isMet: Bool {
        switch bound {
        case .atLeast(let limit): value >= limit
        case .atMost(let limit): value <= limit
        }
    }

    package var description: String {
        let limit =
            switch bound {
            case .atLeast(let limit): "at least \(limit)"
            case .atMost(let limit): "at most \(limit)"
            }
        return "\(isMet ? "met" : "MISSED"): \(name) \(String(format: "%.1f", value)), goal \(limit)"
    }
}
