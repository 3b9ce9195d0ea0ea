/// A callback on its way.
struct OutgoingCallback: Sendable {
    let runID: String
    let url: String
    let body: [UInt8]
}
