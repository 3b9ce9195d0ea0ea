// How a union finds its branch.
//
// A branch that fails may have read unions inside itself, and the next branch reads them again; if those do the same, the time grows
// exponentially with the depth. Every outcome inside an attempt is therefore remembered, so that each type is tried at most once at
// each place, and the time stays linear in the length of the document.

extension JSONReader {
    /// The string member of that name in the object at hand, which is not consumed; nil where there is none.
    public func discriminator(_ name: String) -> String? {
        var walker = cursor
        var found: String?
        do throws(JSONError) {
            try walker.open(ASCII.leftBrace, "an object")
            if walker.closeEmpty(ASCII.rightBrace) { return nil }
            repeat {
                if try walker.name().hasSameBytes(as: name) {
                    found = walker.byte == ASCII.quote ? try walker.string() : nil
                    if found != nil { continue }
                }
                try walker.skipValue()
            } while try walker.more(until: ASCII.rightBrace)
            return found
        } catch {
            // Whoever reads the object says what is wrong with it.
            return found
        }
    }

    /// Reads the value at hand if it is a `type`, else stays where it is.
    ///
    /// If `strict`, a member that the type does not name is a failure too, except inside nested objects. In either case a value that an
    /// optional member cannot hold is a failure.
    public mutating func attempt<T: JSONCodable>(_ type: T.Type, strict: Bool = false) -> T? {
        do throws(JSONError) {
            return try outcome(of: type, strict: strict)
        } catch {
            return nil
        }
    }

    /// Reads the value of a union of which no branch fits.
    public mutating func unrecognized() throws(JSONError) -> JSONValue {
        try outcome(of: JSONValue.self, strict: false)
    }

    private mutating func outcome<T: JSONCodable>(of type: T.Type, strict: Bool) throws(JSONError) -> T {
        let findings = findings ?? JSONFindings()
        self.findings = findings
        let start = cursor.place
        let attempt = JSONFindings.Attempt(type: ObjectIdentifier(type), offset: start.offset, isStrict: strict)
        switch findings.begin(attempt) {
        case .success(let value as T, let end):
            cursor.move(to: end)
            return value
        case .failure(let error):
            throw error
        default:
            break
        }
        let work = findings.work
        cursor.strictOffset = strict ? start.offset : -1
        cursor.isLenient = false
        do throws(JSONError) {
            let value = try T.read(from: &self)
            let end = cursor.offset
            cursor.strictOffset = start.strictOffset
            cursor.isLenient = start.isLenient
            if findings.end(attempt, over: end - start.offset, since: work) {
                findings.remember(attempt, .success(value, end: end))
            }
            return value
        } catch {
            if findings.end(attempt, over: cursor.offset - start.offset, since: work) {
                findings.remember(attempt, .failure(error))
            }
            cursor.move(to: start)
            throw error
        }
    }
}
