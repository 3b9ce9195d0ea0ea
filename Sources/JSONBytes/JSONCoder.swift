/// What ``JSONModel/members(_:)`` hands its members to, one call each, for reading and writing.
///
/// No method throws: the first failure stays inside and ends the reading.
///
/// Reading, the coder has found a name and its index in ``JSONModel/fields``; the call whose turn that is reads the value and
/// goes on to the next name. A document in the order of `fields` takes one descent through `members(_:)`, any other order one
/// more for each step back. Writing, it is every call's turn.
public struct JSONCoder: ~Copyable {
    var reader: JSONReader
    var writer = JSONWriter()
    @usableFromInline let isReading: Bool
    let fields: JSONFields

    /// The index of the member whose turn it is; `Int.max` when there is none left, or after a failure.
    @usableFromInline private(set) var target = -1

    /// The index of the next call in this descent.
    @usableFromInline var position = 0

    /// Where the object begins.
    private let object: JSONCursor.Place

    private var seen = JSONMemberSet()
    private var leftovers: JSONLeftovers?

    // MARK: Turns

    /// Whether the call being made is the one whose turn it is.
    @inlinable @inline(__always)
    mutating func isTurn() -> Bool {
        let isTurn = position == target
        position &+= 1
        return isTurn
    }

    /// Ends the reading with its first failure.
    @inline(never)
    mutating func fail(_ error: JSONError) {
        let leftovers = leftoversMadeIfNeeded()
        if leftovers.failure == nil { leftovers.failure = error }
        target = .max
    }

    private mutating func leftoversMadeIfNeeded() -> JSONLeftovers {
        if let leftovers { return leftovers }
        let leftovers = JSONLeftovers()
        self.leftovers = leftovers
        return leftovers
    }

    // MARK: Reading

    /// Fills the members of a value from the object at hand.
    static func read<Model: JSONModel>(_ type: Model.Type, from reader: inout JSONReader) throws(JSONError) -> Model {
        var value = Model(placeholder: .value)
        var coder = JSONCoder(reading: Model.fields, at: reader.cursor.place)
        swap(&coder.reader, &reader)
        coder.firstName()
        while coder.target != .max {
            let offset = coder.reader.cursor.offset
            coder.position = 0
            value.members(&coder)
            // No call took its turn: `fields` has more names than `members(_:)` has calls.
            if coder.target != .max, coder.reader.cursor.offset == offset { coder.readUncalledMember() }
        }
        swap(&coder.reader, &reader)
        if let leftovers = coder.leftovers {
            if let failure = leftovers.failure { throw failure }
            coder.dropWhatWasReadAgain(leftovers)
            value.unknownMembers = leftovers.members
        }
        if let index = coder.fields.required.first(missingIn: coder.seen) { throw coder.missing(index) }
        return value
    }

    private init(reading fields: JSONFields, at place: JSONCursor.Place) {
        reader = JSONReader()
        isReading = true
        self.fields = fields
        object = place
    }

    private mutating func firstName() {
        do throws(JSONError) {
            try reader.cursor.open(ASCII.leftBrace, "an object")
            if reader.cursor.closeEmpty(ASCII.rightBrace) {
                target = .max
            } else {
                try findTarget()
            }
        } catch {
            fail(error)
        }
    }

    /// Behind a value: goes on to the next member that has a call.
    @inline(__always)
    mutating func next() {
        do throws(JSONError) {
            if try reader.cursor.more(until: ASCII.rightBrace) {
                try findTarget()
            } else {
                target = .max
            }
        } catch {
            fail(error)
        }
    }

    /// At a name: finds the member it belongs to and goes on to its value.
    @inline(__always)
    private mutating func findTarget() throws(JSONError) {
        if reader.cursor.byte == ASCII.quote {
            var ahead = reader.cursor
            ahead.advance()
            if fields.take(target &+ 1, at: &ahead) {
                reader.cursor = ahead
                try reader.cursor.colon()
                target &+= 1
                seen.insert(target)
                return
            }
        }
        try findAnyTarget()
    }

    @inline(never)
    private mutating func findAnyTarget() throws(JSONError) {
        repeat {
            guard reader.cursor.byte == ASCII.quote else { throw reader.cursor.unexpected("a name") }
            var name = reader.cursor
            name.advance()
            let hasEscapes = try reader.cursor.scanString()
            let length = reader.cursor.offset - name.offset - 1
            let index =
                hasEscapes
                ? fields.index(of: name.unescaped(from: name.offset)) : fields.index(at: name, length: length)
            try reader.cursor.colon()
            if let index {
                target = index
                seen.insert(index)
                return
            }
            try readUnknown(
                hasEscapes ? name.unescaped(from: name.offset) : name.text(from: name.offset, to: name.offset + length)
            )
        } while try reader.cursor.more(until: ASCII.rightBrace)
        target = .max
    }

    private mutating func readUnknown(_ name: String) throws(JSONError) {
        if object.strictOffset == object.offset {
            throw JSONError(.unknownMember, "unknown member", member: name, offset: object.offset)
        }
        let value = try reader.cursor.value()
        leftoversMadeIfNeeded().members[name] = value
    }

    private mutating func readUncalledMember() {
        do throws(JSONError) {
            try readUnknown(fields.name(at: target))
        } catch {
            return fail(error)
        }
        next()
    }

    private func missing(_ index: Int) -> JSONError {
        JSONError(.missingMember, "required member is missing", member: fields.name(at: index), offset: object.offset)
    }

    // MARK: Values that an optional member cannot hold

    /// Sets aside the value that begins at `offset`, which its optional member cannot hold, and tells whether that may be done.
    ///
    /// Where it may not, the reading ends with `error`.
    @inline(never)
    mutating func setAside(_ error: JSONError, at offset: Int) -> Bool {
        guard object.isLenient, error.kind.isAboutValue else {
            fail(error)
            return false
        }
        do throws(JSONError) {
            reader.cursor.move(to: object)
            reader.cursor.move(to: offset)
            reader.cursor.depth -= 1
            let value = try reader.cursor.value()
            leftoversMadeIfNeeded().setAside(value, for: fields.name(at: target), at: target)
            seen.remove(target)
            reader.addUnreadable(error)
            return true
        } catch {
            fail(error)
            return false
        }
    }

    /// Of two equal names the last wins, also where the first one's value had to be set aside.
    private mutating func dropWhatWasReadAgain(_ leftovers: JSONLeftovers) {
        for index in leftovers.setAside {
            if seen.contains(index) { leftovers.members[fields.name(at: index)] = nil }
            seen.insert(index)
        }
    }

    // MARK: Writing

    /// Writes the members of a value as an object.
    static func write<Model: JSONModel>(_ model: Model, to writer: inout JSONWriter) {
        guard writer.open(ASCII.leftBrace) else { return }
        var coder = JSONCoder(writing: Model.fields)
        let unknown = model.unknownMembers
        if !unknown.isEmpty { coder.leftovers = JSONLeftovers(unknown) }
        swap(&coder.writer, &writer)
        var copy = model
        copy.members(&coder)
        swap(&coder.writer, &writer)
        if !unknown.isEmpty { unknown.writeMembers(to: &writer) { coder.fields.index(of: $0) == nil } }
        writer.close(ASCII.rightBrace)
    }

    private init(writing fields: JSONFields) {
        reader = JSONReader()
        isReading = false
        self.fields = fields
        object = JSONCursor.empty.place
        target = fields.count > 0 ? 0 : .max
    }

    /// Ends a call's turn.
    @inline(__always)
    mutating func wrote() {
        target = target &+ 1 < fields.count ? target &+ 1 : .max
    }

    /// Writes the name of the member whose turn it is.
    @inline(__always)
    mutating func writeName() {
        writer.separate()
        fields.write(target, to: &writer.output)
    }

    /// Whether the member whose turn it is may not be left out.
    var isRequired: Bool { fields.required.contains(target) }

    /// Writes, instead of nil, the value that was set aside when the member whose turn it is was read; tells whether there is one.
    @inline(__always)
    mutating func writeSetAside() -> Bool {
        guard let leftovers else { return false }
        return writeSetAside(of: leftovers)
    }

    @inline(never)
    private mutating func writeSetAside(of leftovers: JSONLeftovers) -> Bool {
        guard let value = leftovers.members[fields.name(at: target)] else { return false }
        writeName()
        value.write(to: &writer)
        return true
    }
}
