extension String {
    /// A URL without what its query says: the secret of a callback's receiver stands there.
    var maskingQuery: String {
        guard let mark = unicodeScalars.firstIndex(of: "?") else { return self }
        return String(unicodeScalars[...mark]) + ReceivedRequest.redacted
    }
}
