extension JSONComposite {
    /// Whether both write the same JSON; the order of free-form members does not count, and NaN equals itself.
    public static func == (left: Self, right: Self) -> Bool {
        JSONWriter.canonicalBytes(of: left) == JSONWriter.canonicalBytes(of: right)
    }

    /// Hashes the written bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(JSONWriter.canonicalBytes(of: self))
    }
}
