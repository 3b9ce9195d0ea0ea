/// Why a run fails, in the words of its error message.
struct RunFailure: Error, CustomStringConvertible {
    let description: String
}
