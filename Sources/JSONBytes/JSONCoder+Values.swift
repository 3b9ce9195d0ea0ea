extension JSONCoder {
    /// Any other value.
    public mutating func value<T: JSONCodable>(_ value: inout T) {
        guard isTurn() else { return }
        if isReading {
            do throws(JSONError) {
                value = try T.read(from: &reader)
            } catch {
                return fail(error)
            }
            next()
        } else {
            writeName()
            value.write(to: &writer)
            wrote()
        }
    }

    /// Any other value, or nil.
    @inlinable
    public mutating func value<T: JSONCodable>(_ value: inout T?) {
        guard isTurn() else { return }
        if isReading {
            guard let offset = beginOptional() else {
                value = nil
                return
            }
            do throws(JSONError) {
                value = try T.read(from: &reader)
                endOptional()
            } catch {
                value = nil
                endOptional(error, at: offset)
            }
        } else if let value {
            beginWriting()
            value.write(to: &writer)
            endWriting()
        } else {
            writeNothing()
        }
    }

    /// An array; if `nullIsEmpty`, `null` is read as an empty one.
    public mutating func list<T: JSONCodable>(_ value: inout [T], nullIsEmpty: Bool = false) {
        guard isTurn() else { return }
        if isReading {
            do throws(JSONError) {
                value = nullIsEmpty && reader.null() ? [] : try [T].read(from: &reader)
            } catch {
                return fail(error)
            }
            next()
        } else {
            writeName()
            writer.array(value)
            wrote()
        }
    }

    /// An array or nil.
    public mutating func list<T: JSONCodable>(_ value: inout [T]?) {
        self.value(&value)
    }
}

// What `value(_:)` does beside reading and writing the value itself, which alone depends on its type.

extension JSONCoder {
    /// The offset of the value to read; nil where there was `null`, which has been read.
    @usableFromInline
    mutating func beginOptional() -> Int? {
        guard reader.cursor.null() else { return reader.cursor.offset }
        next()
        return nil
    }

    @usableFromInline
    mutating func endOptional() {
        next()
    }

    @usableFromInline
    mutating func endOptional(_ error: JSONError, at offset: Int) {
        if setAside(error, at: offset) { next() }
    }

    @usableFromInline
    mutating func beginWriting() {
        writeName()
    }

    @usableFromInline
    mutating func endWriting() {
        wrote()
    }
}
