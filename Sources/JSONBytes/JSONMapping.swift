/// A type that is an object on the wire and is made of names and values, as a ``Nullable`` is by a dictionary literal.
public protocol JSONMapping: ExpressibleByDictionaryLiteral {
    /// Makes an object; of two equal names the last wins.
    init(mapping members: [(Key, Value)])
}

extension Dictionary: JSONMapping {
    /// Makes a dictionary; of two equal keys the last wins.
    public init(mapping members: [(Key, Value)]) {
        self.init(members) { _, last in last }
    }
}

extension JSONObject: JSONMapping {
    /// Makes an object; of two equal names the last wins.
    public init(mapping members: [(String, JSONValue)]) {
        self.init(members)
    }
}

extension JSONValue: JSONMapping {
    /// Makes an object; of two equal names the last wins.
    public init(mapping members: [(String, JSONValue)]) {
        self = .object(JSONObject(members))
    }
}
