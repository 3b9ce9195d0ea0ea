import Testing

@testable import CoreClawSimulator

struct AgendaTests {
    @Test func whatIsDueComesInTheOrderOfTimeAndOfPlanning() {
        var agenda = Agenda()
        for (time, task) in [(5, "c"), (1, "a"), (9, "e"), (5, "d"), (1, "b")] as [(Int64, String)] {
            agenda.add(.schedule(task: task), at: time)
        }
        var taken: [String] = []
        #expect(agenda.nextTime == 1)
        while let (time, event) = agenda.next(until: 5) {
            if case .schedule(let task) = event { taken.append("\(time)\(task)") }
        }
        #expect(taken == ["1a", "1b", "5c", "5d"])
        #expect(agenda.nextTime == 9)
    }
}
