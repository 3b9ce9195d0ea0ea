import APIRuntime
import JSONBytes
import Testing

@Suite struct DecodedSequenceTests {
    @Test func decodesRowsAsTypesOfTheCaller() async throws {
        struct Row: Decodable { let id: Int }
        let rows = TestClient.with(PagingTests.Shelf().transport()).pages(of: PagingTests.ListRows()).decoded(as: Row.self)
        var sum = 0
        for try await row in rows { sum += row.id }
        #expect(sum == 250 * 251 / 2)
        #expect(try await rows.collect(limit: 3).map(\.id) == [1, 2, 3])
        #expect(try await rows.first()?.id == 1)
    }

    @Test func tellsWhichRowDoesNotFit() async throws {
        struct Row: Decodable { let id: Int }
        struct Other: Decodable { let other: Int }
        let transport = MemoryTransport { request, _ in
            let page = request.query("page").flatMap(Int.init) ?? 1
            let rows = (1...20).map { page == 2 && $0 == 8 ? #"{"id":"x"}"# : #"{"id":\#(page * 100 + $0)}"# }
            return .data(#"{"list":[\#(rows.joined(separator: ","))],"page":\#(page)}"#)
        }
        let rows = TestClient.with(transport).pages(of: PagingTests.ListRows())
        let mismatch = await #expect(throws: DecodingError.self) { try await rows.decoded(as: Row.self).collect() }
        guard case .typeMismatch(_, let context) = mismatch else { throw try #require(mismatch) }
        #expect(context.debugDescription.hasPrefix("row 8 of page 2: $.id: "))
        #expect(context.codingPath.map(\.stringValue) == ["id"])
        #expect(context.underlyingError is JSONError)
        var iterator = rows.decoded(as: Row.self).makeAsyncIterator()
        await #expect(throws: DecodingError.self) { while try await iterator.next() != nil {} }
        #expect(try await iterator.next()?.id == nil)
        let missing = await #expect(throws: DecodingError.self) { try await rows.decoded(as: Other.self).collect() }
        guard case .keyNotFound(let key, let context) = missing else { throw try #require(missing) }
        #expect(key.stringValue == "other")
        #expect(context.debugDescription == #"row 1 of page 1: no member "other""#)
    }
}
