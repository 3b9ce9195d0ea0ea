/// What the receiver of a callback is to be told.
struct RunNews: Sendable {
    let runID: String
    let body: JSON
    let url: String
}
