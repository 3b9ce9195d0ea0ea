/// The members of a JSON object in order, each name once.
///
/// Names are compared by their bytes in UTF-8: `"é"` and `"e\u{301}"` are two names.
public struct JSONObject: JSONComposite {
    struct Member: Sendable {
        let name: String
        var value: JSONValue
    }

    private(set) var members: [Member] = []

    /// Where each name is, kept only for objects of more members than a walk is worth.
    private var positions: [JSONExactText: Int] = [:]

    private static let largestWithoutPositions = 24

    /// Makes an object without members.
    public init() {}

    /// Makes an object; of two equal names the last wins.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (name, value) in members { self[name] = value }
    }

    /// The names, in order.
    public var keys: [String] { members.map(\.name) }

    /// The member of that name; set to nil, it is removed.
    public subscript(name: String) -> JSONValue? {
        get { position(of: name).map { members[$0].value } }
        set {
            if let newValue {
                set(newValue, for: name)
            } else {
                removeValue(forKey: name)
            }
        }
    }

    /// Removes a member and returns its value; nil where there is none.
    @discardableResult
    public mutating func removeValue(forKey name: String) -> JSONValue? {
        guard let position = position(of: name) else { return nil }
        let value = members.remove(at: position).value
        guard !positions.isEmpty else { return value }
        positions[JSONExactText(name)] = nil
        for index in position..<members.count { positions[JSONExactText(members[index].name)] = index }
        return value
    }

    private func position(of name: String) -> Int? {
        positions.isEmpty ? members.firstIndex { $0.name.hasSameBytes(as: name) } : positions[JSONExactText(name)]
    }

    mutating func set(_ value: JSONValue, for name: String) {
        if let position = position(of: name) {
            members[position].value = value
        } else {
            append(value, for: name)
        }
    }

    /// Appends a member whose name is not there yet.
    @inline(__always)
    mutating func append(_ value: JSONValue, for name: String) {
        members.append(Member(name: name, value: value))
        if members.count > Self.largestWithoutPositions { indexLastMember() }
    }

    @inline(never)
    private mutating func indexLastMember() {
        for index in positions.count..<members.count { positions[JSONExactText(members[index].name)] = index }
    }

    mutating func reserve(_ count: Int) {
        members.reserveCapacity(count)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object; of two equal names the last wins.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(members)
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    public var startIndex: Int { 0 }

    /// The position behind the last member.
    public var endIndex: Int { members.count }

    /// The member at a position of the collection.
    public subscript(position: Int) -> (key: String, value: JSONValue) {
        (members[position].name, members[position].value)
    }
}

extension JSONObject: CustomStringConvertible {
    /// Compact JSON.
    public var description: String { JSONValue.object(self).description }
}
