import Foundation

/// A figure that CoreClaw is to reach.
struct Goal: CustomStringConvertible {
    enum Bound {
        case atLeast(Double)
        case atMost(Double)
    }

    let name: String
    let value: Double
    let bound: Bound

    init(_ name: String, _ value: Double, _ bound: Bound) {
        self.name = name
        self.value = value
        self.bound = bound
    }

    var isMet: Bool {
        switch bound {
        case .atLeast(let limit): value >= limit
        case .atMost(let limit): value <= limit
        }
    }

    var description: String {
        let limit =
            switch bound {
            case .atLeast(let limit): "at least \(limit)"
            case .atMost(let limit): "at most \(limit)"
            }
        return "\(isMet ? "met" : "MISSED"): \(name) \(String(format: "%.1f", value)), goal \(limit)"
    }
}
