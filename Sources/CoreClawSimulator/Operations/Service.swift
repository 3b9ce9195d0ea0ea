/// The parts of a simulator that operations work on.
struct Service: Sendable {
    let options: SimulatorOptions
    let clock: SimulatedClock
    let store: Store
}
