// Types around a string are the commonest members. Their calls are specialized where the types are declared, and all the work is done
// in functions that are not generic, so that no metadata is looked up while reading.

extension JSONCoder {
    /// A value that is its raw value on the wire.
    @inlinable
    public mutating func value<T: JSONStringValue>(_ value: inout T) {
        guard isTurn() else { return }
        if isReading {
            if let text = readText() { value = T(rawValue: text) }
        } else {
            writeText(value.rawValue)
        }
    }

    /// A value that is its raw value on the wire, or nil.
    @inlinable
    public mutating func value<T: JSONStringValue>(_ value: inout T?) {
        guard isTurn() else { return }
        if isReading {
            if let text = readOptionalText() { value = T(rawValue: text) } else { value = nil }
        } else if let value {
            writeText(value.rawValue)
        } else {
            writeNothing()
        }
    }

    /// A string.
    public mutating func string(_ value: inout String) {
        guard isTurn() else { return }
        if isReading {
            if let text = readText() { value = text }
        } else {
            writeText(value)
        }
    }

    /// A string or nil; `absent` is the one that means "not set".
    public mutating func string(_ value: inout String?, absent: String? = nil) {
        guard isTurn() else { return }
        if isReading {
            let text = readOptionalText()
            if let text, let absent, text.hasSameBytes(as: absent) { value = nil } else { value = text }
        } else if let value, absent.map({ !$0.hasSameBytes(as: value) }) ?? true {
            writeText(value)
        } else {
            writeNothing(absent)
        }
    }
}

extension JSONCoder {
    /// Reads the string of the member whose turn it is; nil after a failure.
    @usableFromInline
    mutating func readText() -> String? {
        do throws(JSONError) {
            let text = try reader.cursor.string()
            next()
            return text
        } catch {
            fail(error)
            return nil
        }
    }

    /// Reads the string of the optional member whose turn it is; nil for `null`, for what is no string, and after a failure.
    @usableFromInline
    mutating func readOptionalText() -> String? {
        let offset = reader.cursor.offset
        do throws(JSONError) {
            let text = reader.cursor.null() ? nil : try reader.cursor.string()
            next()
            return text
        } catch {
            if setAside(error, at: offset) { next() }
            return nil
        }
    }

    /// Writes the string of the member whose turn it is.
    @usableFromInline
    mutating func writeText(_ text: String) {
        writeName()
        writer.output.append(quoting: text)
        wrote()
    }

    /// Writes the optional member whose turn it is and which is nil: not at all, or as `absent` or `null` where it may not be left out.
    @usableFromInline
    mutating func writeNothing(_ absent: String? = nil) {
        if !writeSetAside(), isRequired {
            writeName()
            if let absent { writer.string(absent) } else { writer.null() }
        }
        wrote()
    }
}
