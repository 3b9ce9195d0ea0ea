import JSONBytes
import Testing

@Suite struct BoxedTests {
    @Test func readsTypesThatContainThemselves() throws {
        let json =
            #"{"name":"c","parent":{"name":"b","parent":{"name":"a","children":[]},"children":[{"name":"x","children":[]}]},"#
            + #""children":[]}"#
        let node = try Node(json: json)
        #expect(node.parent?.parent?.name == "a")
        #expect(node.parent?.children.first?.name == "x")
        #expect(try node.jsonText() == json)
    }

    @Test func hasValueSemantics() throws {
        var first = try Node(json: #"{"name":"c","parent":{"name":"b"}}"#)
        let second = first
        first.parent?.name = "changed"
        #expect(second.parent?.name == "b")
        #expect(first != second)
        #expect(Boxed(wrappedValue: 1) == Boxed(wrappedValue: 1))
        #expect(Set([Boxed(wrappedValue: 1), Boxed(wrappedValue: 1)]).count == 1)
    }
}
