import Foundation

/// A Worker with data of your own, for tests of code that starts runs and reads their rows.
///
/// ```swift
/// struct Place: Codable { let title: String; let rating: Double? }
///
/// var options = SimulatorOptions(clock: .manual())
/// options.workers = [
///     SimulatedWorker("acme~places", rows: [Place(title: "Café Möwe", rating: 4.5), Place(title: "Bar", rating: nil)])
/// ]
/// try await Simulator.with(options) { simulator in
///     // A run of acme~places has these two rows when it has worked for ten seconds.
///     await simulator.clock.advance(by: .seconds(15))
/// }
/// ```
///
/// The rows may also follow from the input of each run, and what the closure throws is why a run fails:
///
/// ```swift
/// struct Search: Decodable { let keywords: [String] }
///
/// SimulatedWorker("acme~search") { input in
///     try input.decode(Search.self).keywords.map { Place(title: $0, rating: 5) }
/// }
/// ```
public struct SimulatedWorker: Sendable {
    /// The name in paths, `owner~name` or `owner/name`.
    public var path: String
    /// The slug; the same as the path with a tilde unless it is set.
    public var slug: String
    /// What people call the Worker.
    public var title: String
    /// What the Worker is for, in a sentence.
    public var description = ""
    /// The readme in Markdown.
    public var readme = ""
    /// The versions that can be run, oldest first. Must not be empty.
    public var versions = ["v1.0.0"]
    /// Whether the store shows the Worker; the list of the account's own Workers always does.
    public var isPublic = true
    /// The input schema as JSON text, with an array of fields or a JSON Schema in `properties`.
    ///
    /// A run whose input leaves out a required field fails; nothing else is checked.
    public var inputSchema = #"{"properties":[]}"#
    /// The keys of the rows in the order of their columns; nil for all that occur in rows, by name within each row.
    public var columns: [String]?
    /// How long a run waits before it starts, whole seconds.
    public var startDelay: Duration = .seconds(2)
    /// How long a run works, whole seconds, during which its rows appear.
    public var duration: Duration = .seconds(10)

    let rows: @Sendable (SimulatedInput) throws -> [JSON]

    /// A Worker whose runs all have the same rows.
    public init(_ path: String, rows: [some Encodable & Sendable]) {
        self.init(path) { _ in rows }
    }

    /// A Worker whose runs have rows that follow from their input; what `rows` throws is why a run fails.
    ///
    /// - Parameter rows: Called once for each run, when it is created. Every row has to encode as a JSON object.
    public init<Row: Encodable & Sendable>(_ path: String, rows: @escaping @Sendable (SimulatedInput) throws -> [Row]) {
        self.init(
            path,
            make: { input in
                let bytes = try JSONEncoder().encode(rows(input))
                return try JSON(parsing: Array(bytes)).rows()
            }
        )
    }

    /// A Worker whose runs all have the rows of a JSON array of objects.
    public init(_ path: String, json: String) {
        self.init(path, make: { _ in try JSON(parsing: Array(json.utf8)).rows() })
    }

    private init(_ path: String, make: @escaping @Sendable (SimulatedInput) throws -> [JSON]) {
        self.path = path
        slug = path.replacing("/", with: "~")
        title = path.split { "~/".contains($0) }.last.map(String.init) ?? path
        rows = make
    }
}
