/// Where a value ends, told by whoever has walked over it to whoever goes on behind it, so that nobody walks twice.
final class JSONExtent {
    private var start = -1
    private var end = -1
    private var count: Int?

    func set(_ end: Int, of start: Int) {
        self.start = start
        self.end = end
    }

    /// Where the value that begins at `start` ends, if that is known.
    func end(of start: Int) -> Int? {
        self.start == start ? end : nil
    }

    /// The number of elements, counted once.
    func count(_ counted: () -> Int) -> Int {
        if let count { return count }
        let count = counted()
        self.count = count
        return count
    }
}
