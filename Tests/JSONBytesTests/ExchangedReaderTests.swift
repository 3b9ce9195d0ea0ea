import JSONBytes
import Testing

/// Readers, coders and writers may be exchanged by whoever they are lent to; none may ever look at memory that is no more.
@Suite("Exchanged readers") struct ExchangedReaderTests {
    /// Exchanges the reader it is lent for one of a document of its own, which then ends.
    private struct Thief: JSONCodable {
        var text = ""

        static func read(from reader: inout JSONReader) throws(JSONError) -> Thief {
            let stolen = "[\"\(String(repeating: "stolen ", count: 100))\",true]"
            return try JSONReader.read(from: Array(stolen.utf8)) { (inner: inout JSONReader) throws(JSONError) -> Thief in
                swap(&inner, &reader)
                return Thief(text: try inner.string())
            }
        }

        func write(to writer: inout JSONWriter) { writer.string(text) }
    }

    @Test func goOnInTheDocumentOfTheOther() throws {
        let texts = try JSONReader.read(from: Array(#"["first"]"#.utf8)) {
            (reader: inout JSONReader) throws(JSONError) -> [String] in
            var texts: [String] = []
            do throws(JSONError) {
                try reader.array { (reader: inout JSONReader) throws(JSONError) in
                    texts.append(try Thief.read(from: &reader).text)
                }
            } catch {
                texts.append("\(error.kind)")
            }
            // The bytes were freed long ago, if nobody kept them.
            var rest: [String] = []
            try reader.array { (reader: inout JSONReader) throws(JSONError) in
                if reader.offset < 100 { rest.append(try reader.string()) } else { rest.append("\(try reader.bool())") }
            }
            return texts + rest
        }
        #expect(texts.count > 2)
    }

    @Test(arguments: ["{\"value\":\"a\",\"other\":1}", "{\"other\":1,\"value\":5}", "{}"])
    func modelsSurviveAThief(json: String) {
        struct Robbed: JSONModel {
            var value = Thief()
            var optional: Thief?
            var other = 0
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields("value\noptional\nother", optional: "optional")
            mutating func members(_ coder: inout JSONCoder) {
                coder.value(&value)
                coder.value(&optional)
                coder.integer(&other)
            }
        }
        for json in [json, json.replacing("value", with: "optional")] {
            _ = failure(Robbed.self, json)
            _ = failure([Robbed].self, "[\(json),\(json)]")
        }
        let attempted: Thief?? = try? JSONReader.read(from: Array("[\"a\"]".utf8)) {
            (reader: inout JSONReader) throws(JSONError) -> Thief? in
            let value = reader.attempt(Thief.self)
            try reader.skip()
            return value
        }
        _ = attempted
    }

    @Test func codersMayBeExchanged() {
        struct Swapping: JSONModel {
            var value = 0
            var unknownMembers = JSONObject()
            init(placeholder: JSONPlaceholder) {}
            static let fields = JSONFields("value")
            mutating func members(_ coder: inout JSONCoder) {
                let json = "{\"one\":1,\"value\":\"\(String(repeating: "x", count: 1000))\"}"
                _ = try? Inner.read(json) { swap(&$0, &coder) }
                coder.integer(&value)
            }
        }
        _ = try? Swapping(json: #"{"value":1,"two":2}"#)
        _ = try? Swapping(placeholder: .value).jsonBytes()
    }

    /// Hands its coder to a function.
    private struct Inner: JSONModel {
        var unknownMembers = JSONObject()
        var one = 0
        init(placeholder: JSONPlaceholder) {}
        static let fields = JSONFields("one\nvalue")
        @TaskLocal static var exchange: Exchange?

        struct Exchange: @unchecked Sendable { let body: (inout JSONCoder) -> Void }

        mutating func members(_ coder: inout JSONCoder) {
            Self.exchange?.body(&coder)
            coder.integer(&one)
        }

        static func read(_ json: String, _ body: (inout JSONCoder) -> Void) throws -> Inner {
            try withoutActuallyEscaping(body) { body in
                try $exchange.withValue(Exchange(body: body)) { try Inner(json: json) }
            }
        }
    }
}
