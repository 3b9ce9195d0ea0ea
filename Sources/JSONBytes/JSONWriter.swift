/// Writes compact JSON.
///
/// No method throws: the first failure, such as NaN, stays in the writer and is thrown by ``bytes(of:)``.
public struct JSONWriter: ~Copyable {
    var output = JSONOutput()

    /// Whether members are sorted by name, so that equal objects write equal bytes.
    var isCanonical = false

    private var depth = 0
    private(set) var failure: JSONError?

    init() {}

    /// The value as compact JSON in UTF-8; throws ``JSONError`` with path and byte offset in what was written until then.
    public static func bytes<T: JSONCodable>(of value: T) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        let bytes = writer.output.bytes
        if let failure = writer.failure { throw failure.located(in: JSONStorage(bytes)) }
        return bytes
    }

    /// What equality goes by. NaN, which cannot be written, equals itself here.
    static func canonicalBytes<T: JSONCodable>(of value: T) -> [UInt8] {
        var writer = JSONWriter()
        writer.isCanonical = true
        value.write(to: &writer)
        return writer.output.bytes
    }

    /// Writes any value.
    public mutating func write<T: JSONCodable>(_ value: T) {
        value.write(to: &self)
    }

    /// Writes `null`.
    public mutating func null() {
        output.append("null")
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        output.append(value ? "true" : "false")
    }

    /// Writes a string.
    public mutating func string(_ value: String) {
        output.append(quoting: value)
    }

    /// Writes an integer.
    public mutating func integer(_ value: Int) {
        integer(Int64(value))
    }

    @inline(__always)
    mutating func integer(_ value: Int64) {
        if value < 0 { output.append(ASCII.minus) }
        output.append(value.magnitude)
    }

    /// Writes an integer.
    @inline(__always)
    mutating func integer(_ value: UInt64) {
        output.append(value)
    }

    /// Writes a number in the shortest form that reads the same; NaN and the infinities are failures.
    public mutating func double(_ value: Double) {
        if value.magnitude < 0x1p53, value == value.rounded(.towardZero) {
            if value.sign == .minus { output.append(ASCII.minus) }
            output.append(UInt64(value.magnitude))
        } else if value.isFinite {
            output.append(value.description)
        } else if isCanonical {
            output.append(value.description)
        } else {
            fail("\(value) is no JSON number")
        }
    }

    /// Writes an object; `members` writes each with ``member(_:_:)``.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        guard open(ASCII.leftBrace) else { return }
        members(&self)
        close(ASCII.rightBrace)
    }

    /// Writes one member inside ``object(_:)``.
    public mutating func member<T: JSONCodable>(_ name: String, _ value: T) {
        separate()
        output.append(quoting: name)
        output.append(ASCII.colon)
        value.write(to: &self)
    }

    /// Writes an array.
    public mutating func array<T: JSONCodable>(_ elements: [T]) {
        guard open(ASCII.leftBracket) else { return }
        for element in elements {
            separate()
            element.write(to: &self)
        }
        close(ASCII.rightBracket)
    }

    /// Writes the comma before each element and member but the first.
    @inline(__always)
    mutating func separate() {
        let last = output.last
        if last != ASCII.leftBrace, last != ASCII.leftBracket { output.append(ASCII.comma) }
    }

    /// Opens an array or object; beyond the depth that the stack bears it fails and writes `null`.
    mutating func open(_ bracket: UInt8) -> Bool {
        guard depth < JSONLimits.maximumDepth else {
            fail(.tooDeep, "too many nested arrays and objects")
            return false
        }
        depth += 1
        output.append(bracket)
        return true
    }

    mutating func close(_ bracket: UInt8) {
        depth -= 1
        output.append(bracket)
    }

    /// Keeps the failure of a value that JSON cannot say and writes `null` in its place.
    public mutating func fail(_ message: String) {
        fail(.unwritable, message)
    }

    private mutating func fail(_ kind: JSONError.Kind, _ message: String) {
        if failure == nil { failure = JSONError(kind, message, offset: output.count) }
        null()
    }
}
