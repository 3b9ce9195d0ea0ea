/// A callback on its way.
struct OutgoingCallback: Sendable {
    let runID: String
    let url: String
    let body: [UInt8]
    /// Whether a page of another origin asked for it.
    let isForeign: Bool
}
