/// What a ``JSONCoder`` seldom needs: the failure that ends the reading, and members for which there is no property to hold them.
final class JSONLeftovers {
    var failure: JSONError?

    /// Members that the type does not name, and values that an optional member cannot hold.
    var members = JSONObject()

    /// The optional members among them.
    private(set) var setAside: [Int] = []

    init(_ members: JSONObject = JSONObject()) {
        self.members = members
    }

    func setAside(_ value: JSONValue, for name: String, at index: Int) {
        members[name] = value
        if !setAside.contains(index) { setAside.append(index) }
    }
}
