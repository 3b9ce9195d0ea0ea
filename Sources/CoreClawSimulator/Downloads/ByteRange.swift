/// What a `Range` header asks for, read against the size of the file.
enum ByteRange: Equatable {
    /// Everything: there is no header, or one that a server is to overlook, such as one in other units or with several ranges.
    case whole
    case part(Range<Int>)
    /// The range begins behind the end.
    case unsatisfiable

    init(_ header: String?, size: Int) {
        guard let match = header?.wholeMatch(of: /[Bb][Yy][Tt][Ee][Ss]=[ \t]*([0-9]*)-([0-9]*)[ \t]*/) else {
            self = .whole
            return
        }
        // A number too large for an Int lies behind the end of every file.
        let (first, last) = (match.1, match.2)
        let end = last.isEmpty ? Int.max : Int(last) ?? Int.max
        if first.isEmpty {
            guard !last.isEmpty else {
                self = .whole
                return
            }
            self = end > 0 && size > 0 ? .part(size - min(end, size)..<size) : .unsatisfiable
            return
        }
        let start = Int(first) ?? Int.max
        if end < start {
            self = .whole
        } else {
            self = start < size ? .part(start..<min(end, size - 1) + 1) : .unsatisfiable
        }
    }
}
