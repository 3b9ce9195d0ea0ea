// What all calls have in common. The closures are inlined away.

extension JSONCoder {
    @inline(__always)
    mutating func member<Value>(
        _ value: inout Value,
        read: (inout JSONReader) throws(JSONError) -> Value,
        write: (inout JSONWriter, Value) -> Void
    ) {
        guard isTurn() else { return }
        if isReading {
            do throws(JSONError) {
                value = try read(&reader)
            } catch {
                return fail(error)
            }
            next()
        } else {
            writeName()
            write(&writer, value)
            wrote()
        }
    }

    /// A member that may be nil: missing, `null`, or the value that means "not set".
    ///
    /// Nil is left out; where the member may not be left out, the value that means "not set" is written, or `null`.
    @inline(__always)
    mutating func member<Value: Equatable>(
        _ value: inout Value?,
        absent: @autoclosure () -> Value?,
        read: (inout JSONReader) throws(JSONError) -> Value,
        write: (inout JSONWriter, Value) -> Void
    ) {
        guard isTurn() else { return }
        if isReading {
            let offset = reader.cursor.offset
            do throws(JSONError) {
                if reader.null() {
                    value = nil
                } else {
                    let new = try read(&reader)
                    value = new == absent() ? nil : new
                }
            } catch {
                guard setAside(error, at: offset) else { return }
                value = nil
            }
            next()
        } else {
            if let value, value != absent() {
                writeName()
                write(&writer, value)
            } else if !writeSetAside(), isRequired {
                writeName()
                if let absent = absent() { write(&writer, absent) } else { writer.null() }
            }
            wrote()
        }
    }

    /// A member that may be nil, and whose "not set" is a string that need not be a valid value, such as an empty one.
    @inline(__always)
    mutating func member<Value>(
        _ value: inout Value?,
        absentText: String?,
        read: (inout JSONReader) throws(JSONError) -> Value,
        write: (inout JSONWriter, Value) -> Void
    ) {
        guard isTurn() else { return }
        if isReading {
            let offset = reader.cursor.offset
            do throws(JSONError) {
                value = reader.null() || reader.take(absentText) ? nil : try read(&reader)
            } catch {
                guard setAside(error, at: offset) else { return }
                value = nil
            }
            next()
        } else {
            if let value {
                writeName()
                write(&writer, value)
            } else if !writeSetAside(), isRequired {
                writeName()
                if let absentText { writer.string(absentText) } else { writer.null() }
            }
            wrote()
        }
    }
}

extension JSONReader {
    /// Reads a string if it is the one given.
    mutating func take(_ text: String?) -> Bool {
        guard let text, cursor.byte == ASCII.quote else { return false }
        let start = cursor
        do throws(JSONError) {
            if try cursor.string().hasSameBytes(as: text) { return true }
        } catch {
            // Whoever reads the value says what is wrong with it.
        }
        cursor = start
        return false
    }
}
