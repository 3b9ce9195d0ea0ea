/// Tells equal names apart by numbers, where nobody chose them.
final class Numbering {
    private var taken: Set<String> = []

    /// The name, or the name with the first number that makes it new; upper and lower case count as equal.
    func next(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(name)\(number)"
            number += 1
        }
        return candidate
    }

    /// Takes names that are not to be given.
    init(taken: [String] = []) {
        self.taken = Set(taken.map { $0.lowercased() })
    }
}
