/// Finds the name that was probably meant.
enum Spelling {
    /// "did you mean 'x'?", for the candidate nearest to a misspelt name, if one is near.
    static func suggestion(for name: String, among candidates: [String]) -> String? {
        let nearest = candidates.map { (name: $0, distance: distance(name, $0)) }.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= max(2, name.count / 3) else { return nil }
        return "did you mean '\(nearest.name)'?"
    }

    /// The part of a reference after its last slash.
    static func lastComponent(_ reference: String) -> String {
        reference.split(separator: "/").last.map(String.init) ?? reference
    }

    /// The number of single-letter edits between two names, upper and lower case alike (Levenshtein).
    static func distance(_ first: String, _ second: String) -> Int {
        let first = Array(first.lowercased().prefix(64)), second = Array(second.lowercased().prefix(64))
        var row = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let substitution = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}
