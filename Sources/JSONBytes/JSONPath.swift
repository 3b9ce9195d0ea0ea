/// The way from the root of a document to a byte, found by walking the document up to there: `$.data.list[3].usage`.
struct JSONPath: CustomStringConvertible {
    private enum Component {
        case member(String)
        case element(Int)
    }

    private var components: [Component] = []

    /// Walks `document`, which may be malformed at, and after, `offset`.
    init(to offset: Int, in document: JSONStorage) {
        // The walk ends where the document breaks the grammar; the components then lead there.
        let components = try? document.reading { cursor throws(JSONError) -> [Component] in
            cursor.skipByteOrderMark()
            cursor.skipSpace()
            var components: [Component] = []
            _ = Self.walk(&cursor, to: offset, along: &components)
            return components
        }
        self.components = components ?? []
    }

    mutating func append(member name: String) {
        components.append(.member(name))
    }

    var description: String {
        components.reduce("$") { path, component in
            switch component {
            case .element(let index): "\(path)[\(index)]"
            case .member(let name) where Self.isWord(name): "\(path).\(name)"
            case .member(let name): "\(path)[\(Self.quoted(name))]"
            }
        }
    }

    private static func isWord(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 == "_" || $0 == "-" || $0 == "$" || $0 == "@" || $0.properties.isAlphabetic || "0"..."9" ~= $0
            }
    }

    private static func quoted(_ name: String) -> String {
        var output = JSONOutput()
        output.append(quoting: name)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// Goes over a value and tells whether `target` was in it; the components then lead there.
    private static func walk(_ cursor: inout JSONCursor, to target: Int, along path: inout [Component]) -> Bool {
        if cursor.offset >= target { return true }
        do throws(JSONError) {
            switch cursor.byte {
            case ASCII.leftBrace: return try walkObject(&cursor, to: target, along: &path)
            case ASCII.leftBracket: return try walkArray(&cursor, to: target, along: &path)
            default:
                try cursor.skipValue()
                return cursor.offset > target
            }
        } catch {
            return true
        }
    }

    private static func walkObject(
        _ cursor: inout JSONCursor,
        to target: Int,
        along path: inout [Component]
    ) throws(JSONError) -> Bool {
        try cursor.open(ASCII.leftBrace, "an object")
        if cursor.closeEmpty(ASCII.rightBrace) { return cursor.offset > target }
        repeat {
            let name = try cursor.name()
            if cursor.offset > target { return true }
            path.append(.member(name))
            if walk(&cursor, to: target, along: &path) { return true }
            path.removeLast()
        } while try cursor.more(until: ASCII.rightBrace) && cursor.offset <= target
        return cursor.offset > target
    }

    private static func walkArray(
        _ cursor: inout JSONCursor,
        to target: Int,
        along path: inout [Component]
    ) throws(JSONError) -> Bool {
        try cursor.open(ASCII.leftBracket, "an array")
        if cursor.closeEmpty(ASCII.rightBracket) { return cursor.offset > target }
        var index = 0
        repeat {
            path.append(.element(index))
            if walk(&cursor, to: target, along: &path) { return true }
            path.removeLast()
            index += 1
        } while try cursor.more(until: ASCII.rightBracket) && cursor.offset <= target
        return cursor.offset > target
    }
}
