import JSONBytes
import Testing

@Suite struct UnionTests {
    @Test func choosesByDiscriminator() throws {
        let pets = try read([Pet].self, #"[{"lives":9,"kind":"cat"},{"kind":"dog"},{"kind":"fish","x":1},{"kind":5},7]"#)
        guard case .cat(let cat) = pets[0], case .dog(let dog) = pets[1], case .unrecognized(let fish) = pets[2] else {
            Issue.record("\(pets)")
            return
        }
        #expect(cat.lives == 9)
        #expect(dog.breed == nil)
        #expect(fish == ["kind": "fish", "x": 1])
        #expect(pets[3] == .unrecognized(["kind": 5]))
        #expect(pets[4] == .unrecognized(7))
        #expect(try written(pets) == #"[{"kind":"cat","lives":9},{"kind":"dog"},{"kind":"fish","x":1},{"kind":5},7]"#)
    }

    @Test func takesTheLastOfTwoDiscriminators() throws {
        guard case .dog = try Pet(json: #"{"kind":"cat","kind":"dog","breed":"x"}"#) else {
            Issue.record("not a dog")
            return
        }
    }

    @Test func tellsWhereABranchFails() {
        #expect(failure([Pet].self, #"[{"kind":"cat","lives":"nine"}]"#)?.path == "$[0].lives")
        #expect(failure([Pet].self, #"[{"kind":"cat","#)?.path == "$[0]")
        #expect(failure([Pet].self, #"[{"kind":"cat"}]"#)?.path == "$[0].lives")
    }

    @Test func triesBranches() throws {
        let lines = try read([LogLine].self, #"["text",{"kind":"a","breed":"b"},{"kind":"a","lives":1},{"kind":"a"}]"#)
        #expect(lines[0] == .text("text"))
        #expect(try lines[1] == .dog(Dog(json: #"{"kind":"a","breed":"b"}"#)))
        #expect(try lines[2] == .cat(Cat(json: #"{"kind":"a","lives":1}"#)))
        #expect(try lines[3] == .dog(Dog(json: #"{"kind":"a"}"#)))
        #expect(failure([LogLine].self, #"["a",{"kind":"a","paws":4}]"#)?.path == "$[1].lives")
        #expect(failure([LogLine].self, "[\"a\",\"\u{1}\"]")?.path == "$[1]")
    }

    @Test func readsOpenAndClosedValues() throws {
        #expect(try read([ErrorNumber].self, "[0,13000]").map(\.rawValue) == [0, 13000])
        #expect(try read([Priority].self, "[1,9]") == [.low, .high])
        #expect(try written(Priority.high) == "9")
        #expect(failure(Priority.self, "2")?.kind == .unknownValue)
        #expect(failure([Format].self, #"["csv", "tsv"]"#)?.description == #"$[1]: "tsv" is no value of Format (byte 8)"#)
        #expect(Set([RunID(rawValue: "a"), RunID(rawValue: "a")]).count == 1)
    }
}
