import JSONBytes
import Testing

/// A union without a discriminator that holds itself in every way there is, written as the generator writes one.
private indirect enum Tree: JSONComposite {
    case first(First)
    case second(Second)
    case list([Tree])
    case map([String: Tree])
    case unrecognized(JSONValue)

    static func read(from reader: inout JSONReader) throws(JSONError) -> Tree {
        if let value = reader.attempt(First.self, strict: true) { return .first(value) }
        if let value = reader.attempt(Second.self, strict: true) { return .second(value) }
        if let value = reader.attempt([Tree].self, strict: true) { return .list(value) }
        if let value = reader.attempt([String: Tree].self, strict: true) { return .map(value) }
        if let value = reader.attempt(First.self) { return .first(value) }
        if let value = reader.attempt(Second.self) { return .second(value) }
        if let value = reader.attempt([Tree].self) { return .list(value) }
        if let value = reader.attempt([String: Tree].self) { return .map(value) }
        return .unrecognized(try reader.unrecognized())
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .first(let value): value.write(to: &writer)
        case .second(let value): value.write(to: &writer)
        case .list(let value): value.write(to: &writer)
        case .map(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

private struct First: JSONModel {
    var child = Tree.unrecognized(.null)
    var a = 0
    var unknownMembers = JSONObject()
    init(placeholder: JSONPlaceholder) {}
    static let fields = JSONFields("c\na")
    mutating func members(_ coder: inout JSONCoder) {
        coder.value(&child)
        coder.integer(&a)
    }
}

private struct Second: JSONModel {
    var child = Tree.unrecognized(.null)
    var b = ""
    var more: [Tree]?
    var unknownMembers = JSONObject()
    init(placeholder: JSONPlaceholder) {}
    static let fields = JSONFields("c\nb\nmore", optional: "more")
    mutating func members(_ coder: inout JSONCoder) {
        coder.value(&child)
        coder.string(&b)
        coder.list(&more)
    }
}

@Suite("Unions inside unions") struct NestedUnionTests {
    /// Each of these takes longer than the age of the universe if branches are tried without memory.
    @Test(
        "Take linear time",
        .timeLimit(.minutes(1)),
        arguments: [
            (#"{"c":"#, "null", "}"), (#"{"c":"#, #""x""#, #","b":"y"}"#), (#"{"c":"#, "1", #","b":"y","d":[]}"#), ("[", "", "]"),
            ("[0,", "1", "]"), (#"{"k":"#, "{}", "}"), (#"{"c":[{"x":"#, "7", "}]}"),
            (#"{"c":{},"b":"","more":[null,"#, "1", ",7]}"),
            (#"{"c":"#, #""x""#, #","a":"no","b":5}"#), (#"{"a":1,"c":"#, "{", "}"), ("[[{},", "", "]"), (#"{"c":"#, "", ""),
        ]
    )
    func linear(opening: String, middle: String, closing: String) throws {
        let depth = 120 / (opening.filter { "[{".contains($0) }.count)
        let json =
            String(repeating: opening, count: depth) + (middle.isEmpty ? "null" : middle)
            + String(repeating: closing, count: depth)
        guard let free = try? JSONValue(json: json) else {
            #expect(failure(Tree.self, json) != nil)
            return
        }
        let tree = try Tree(json: json)
        #expect(try JSONValue(json: tree.jsonBytes()) == free)
    }

    @Test(.timeLimit(.minutes(1))) func aLongLeafIsNotReadAtEveryDepth() throws {
        let leaf = "[" + [String](repeating: #"{"x":[1,2,3]}"#, count: 2_000).joined(separator: ",") + "]"
        let json = String(repeating: #"{"c":"#, count: 100) + leaf + String(repeating: "}", count: 100)
        let tree = try Tree(json: json)
        #expect(try tree.jsonText() == json)
    }

    @Test(.timeLimit(.minutes(1))) func aUnionThatIsItsOwnBranchEnds() throws {
        #expect(try Loop(json: "[1]").jsonText() == "[1]")
        #expect(try Loop(json: "5").jsonText() == "5")
    }

    /// Whatever the branches do, nothing is lost, and the result does not depend on what surrounds the value.
    @Test(.timeLimit(.minutes(1))) func randomTreesKeepTheirValues() throws {
        var random = SeededGenerator(state: 11)
        for _ in 0..<200 {
            let json = Self.tree(depth: 4, &random)
            let tree = try Tree(json: json)
            #expect(try JSONValue(json: tree.jsonBytes()) == JSONValue(json: json))
            guard case .list(let inside) = try Tree(json: "[\(json)]") else {
                Issue.record("no list: \(json)")
                continue
            }
            #expect(inside == [tree])
            #expect(Self.shape(inside[0]) == Self.shape(tree), "\(json)")
        }
    }

    private static func tree(depth: Int, _ random: inout SeededGenerator) -> String {
        // A union without a value for `more` writes none, so that no null is among these.
        let scalars = ["[1]", "1", #""x""#, "true", "{}", "[]", "2.5"]
        guard depth > 0 else { return scalars[Int(random.next() % 7)] }
        switch random.next() % 6 {
        case 0: return scalars[Int(random.next() % 7)]
        case 1:
            return "[" + (0..<Int(random.next() % 3)).map { _ in tree(depth: depth - 1, &random) }.joined(separator: ",") + "]"
        default:
            let names = ["c", "a", "b", "more", "x"]
            let members = names.filter { _ in random.next() % 2 == 0 }.map { "\"\($0)\":\(tree(depth: depth - 1, &random))" }
            return "{\(members.joined(separator: ","))}"
        }
    }

    private static func shape(_ tree: Tree) -> String {
        switch tree {
        case .first(let value): "1(\(shape(value.child)))"
        case .second(let value): "2(\(shape(value.child))\((value.more ?? []).map(shape)))"
        case .list(let values): "[\(values.map(shape))]"
        case .map(let values): "{\(values.sorted { $0.key < $1.key }.map { shape($0.value) })}"
        case .unrecognized: "?"
        }
    }
}

/// A union whose first branch is itself.
private indirect enum Loop: JSONComposite {
    case loop(Loop)
    case list([Int])
    case unrecognized(JSONValue)

    static func read(from reader: inout JSONReader) throws(JSONError) -> Loop {
        if let value = reader.attempt(Loop.self) { return .loop(value) }
        if let value = reader.attempt([Int].self) { return .list(value) }
        return .unrecognized(try reader.unrecognized())
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .loop(let value): value.write(to: &writer)
        case .list(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}
