/// Deadlines with the earliest first; adding and removing one takes logarithmic time.
struct DeadlineHeap {
    private var deadlines: [Deadline] = []

    var first: Deadline? { deadlines.first }
    var count: Int { deadlines.count }

    mutating func insert(_ deadline: Deadline) {
        deadlines.append(deadline)
        deadline.place = deadlines.count - 1
        rise(from: deadlines.count - 1)
    }

    /// Removes a deadline; does nothing if it is not in the heap.
    mutating func remove(_ deadline: Deadline) {
        guard let place = deadline.place else { return }
        deadline.place = nil
        let last = deadlines.removeLast()
        guard place < deadlines.count else { return }
        deadlines[place] = last
        last.place = place
        rise(from: place)
        sink(from: place)
    }

    /// Removes the deadlines that are due.
    mutating func removeDue(at now: Duration) -> [Deadline] {
        var due: [Deadline] = []
        while let first = deadlines.first, first.due <= now {
            remove(first)
            due.append(first)
        }
        return due
    }

    private mutating func rise(from place: Int) {
        var place = place
        while place > 0 {
            let parent = (place - 1) / 2
            guard deadlines[place].due < deadlines[parent].due else { return }
            swap(place, parent)
            place = parent
        }
    }

    private mutating func sink(from place: Int) {
        var place = place
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < deadlines.count && deadlines[child].due < deadlines[least].due { least = child }
            guard least != place else { return }
            swap(place, least)
            place = least
        }
    }

    private mutating func swap(_ one: Int, _ other: Int) {
        deadlines.swapAt(one, other)
        deadlines[one].place = one
        deadlines[other].place = other
    }
}
