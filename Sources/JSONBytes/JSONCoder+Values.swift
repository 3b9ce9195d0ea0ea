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
    public mutating func value<T: JSONCodable>(_ value: inout T?) {
        guard isTurn() else { return }
        if isReading {
            let offset = reader.cursor.offset
            do throws(JSONError) {
                value = reader.null() ? nil : try T.read(from: &reader)
            } catch {
                guard setAside(error, at: offset) else { return }
                value = nil
            }
            next()
        } else if let value {
            writeName()
            value.write(to: &writer)
            wrote()
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
