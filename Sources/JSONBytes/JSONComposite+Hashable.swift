extension JSONComposite {
    public static func == (left: Self, right: Self) -> Bool {
        JSONWriter.canonicalBytes(of: left) == JSONWriter.canonicalBytes(of: right)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(JSONWriter.canonicalBytes(of: self))
    }
}
