/// What a client process needed for a number of calls.
struct Measurement {
    let requestsPerSecond: Double
    /// CPU time of the whole client process for each call.
    let processorMicroseconds: Double
    /// Resident memory at the end.
    let residentMebibytes: Double
    /// The highest resident memory since the process began.
    let peakMebibytes: Double

    /// The form in which it passes from process to process.
    var line: String { "\(requestsPerSecond) \(processorMicroseconds) \(residentMebibytes) \(peakMebibytes)" }

    init(requestsPerSecond: Double, processorMicroseconds: Double, residentMebibytes: Double, peakMebibytes: Double) {
        self.requestsPerSecond = requestsPerSecond
        self.processorMicroseconds = processorMicroseconds
        self.residentMebibytes = residentMebibytes
        self.peakMebibytes = peakMebibytes
    }

    init(line: String) throws {
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4 else { throw UnexpectedPage() }
        self.init(
            requestsPerSecond: numbers[0],
            processorMicroseconds: numbers[1],
            residentMebibytes: numbers[2],
            peakMebibytes: numbers[3]
        )
    }
}
