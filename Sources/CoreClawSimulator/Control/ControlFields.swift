import Hummingbird

/// The members of a request's JSON object; what is wrong with them is gathered so that one answer can name it all.
struct ControlFields {
    private static let maximumBodySize = 64 * 1024
    /// The longest pause or step of the clock that is taken, about 30 years in seconds.
    private static let maximumSeconds = 1e9

    private let object: JSON
    private var known: Set<String> = []
    private var problems: [String] = []

    /// - Throws: ``ControlRefusal`` for a body that is no JSON object.
    init(of request: Request) async throws {
        try self.init(parsing: Array(buffer: try await request.body.collect(upTo: Self.maximumBodySize)))
    }

    /// - Throws: ``ControlRefusal`` for anything but a JSON object.
    init(parsing body: [UInt8]) throws(ControlRefusal) {
        guard let object = try? JSON(parsing: body), case .object = object else {
            throw ControlRefusal(problems: ["the body must be a JSON object"])
        }
        self.object = object
    }

    mutating func text(_ name: String, isRequired: Bool = false) -> String? {
        value(name, isRequired, "a text") { $0.string }
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>, isRequired: Bool = false) -> Int? {
        let kind = "an integer between \(range.lowerBound) and \(range.upperBound)"
        return value(name, isRequired, kind) { $0.integer.flatMap(Int.init(exactly:)).flatMap { range.contains($0) ? $0 : nil } }
    }

    mutating func seconds(_ name: String, isRequired: Bool = false) -> Duration? {
        value(name, isRequired, "a number of seconds between 0 and \(Int(Self.maximumSeconds))") { value in
            let seconds: Double
            switch value {
            case .integer(let number): seconds = Double(number)
            case .double(let number): seconds = number
            default: return nil
            }
            return (0...Self.maximumSeconds).contains(seconds) ? .seconds(seconds) : nil
        }
    }

    mutating func add(_ problem: String) {
        problems.append(problem)
    }

    /// - Throws: ``ControlRefusal`` naming what was wrong with the members that were read, and those that were not.
    func check(_ purpose: String) throws(ControlRefusal) {
        guard case .object(let members) = object else { return }
        let unknown = members.map(\.name).filter { !known.contains($0) }
        let problems = problems + unknown.map { "'\($0)' has no meaning for \(purpose)" }
        if !problems.isEmpty { throw ControlRefusal(problems: problems) }
    }

    private mutating func value<Value>(
        _ name: String,
        _ isRequired: Bool,
        _ kind: String,
        _ read: (JSON) -> Value?
    ) -> Value? {
        known.insert(name)
        guard let value = object[name], value != .null else {
            if isRequired { problems.append("'\(name)' is missing: \(kind)") }
            return nil
        }
        let result = read(value)
        if result == nil { problems.append("'\(name)' must be \(kind)") }
        return result
    }
}
