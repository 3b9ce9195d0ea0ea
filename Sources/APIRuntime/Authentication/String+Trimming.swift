extension String {
    /// The text without spaces and line breaks at its ends.
    func trimmingSpaces() -> String {
        // Printable ASCII at both ends, which nearly every key has, is cheap to recognize.
        let printable: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, printable.contains(first), printable.contains(last) { return self }
        let start = drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
