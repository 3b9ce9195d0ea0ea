import Foundation
import JSONBytes
import Testing

/// Documents cut and damaged at every place: always a value or an error, never a trap.
@Suite struct MalformedDocumentTests {
    static let free =
        #"[null,true,false,0,-1.5e+3,"text","é😀\u00e9\ud83d\ude00",{"name":"a","a\"b":[],"":{}},[1,[2,[3]]], 12345678901 ]"#

    @Test func refusesEveryTruncation() {
        let documents: [(String, ([UInt8]) -> JSONError?)] = [
            (Run.json, { failure(Run.self, $0) }), (Self.free, { failure(JSONValue.self, $0) }),
        ]
        for (document, read) in documents {
            let bytes = Array(document.utf8)
            #expect(read(bytes) == nil)
            for length in 0..<bytes.count {
                let error = read(Array(bytes.prefix(length)))
                #expect(error != nil, "cut at \(length)")
                #expect((error?.offset ?? -1) <= length)
                #expect(error?.path.hasPrefix("$") == true)
            }
        }
    }

    @Test func acceptsWhatJSONSerializationAccepts() {
        let original = Array(Self.free.utf8)
        let replacements: [UInt8] = Array("\"\\{}[]:,0159-+.eEntfu /\u{0}\u{1F}\u{7F}".utf8) + [0x80, 0xC3, 0xFF]
        for index in original.indices {
            for replacement in replacements {
                var bytes = original
                bytes[index] = replacement
                let accepted = failure(JSONValue.self, bytes) == nil
                let expected = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
                guard accepted != expected else { continue }
                let text = String(decoding: bytes, as: UTF8.self)
                if accepted {
                    // Half a surrogate pair is U+FFFD here, and a number out of range is kept; there both are errors.
                    #expect(Self.hasLoneSurrogate(text) || text.contains(/[0-9][eE][0-9]{3}/), "\(index): \(text)")
                } else {
                    // A comma behind the last element is accepted there.
                    #expect(text.contains(/, *\]/), "\(index): \(text)")
                }
            }
        }
    }

    private static func hasLoneSurrogate(_ text: String) -> Bool {
        let pairs = text.replacing(/\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/, with: "")
        return pairs.contains(/\\u[dD][89a-fA-F]/)
    }

    @Test func survivesRandomDamage() {
        var random = SeededGenerator(state: 42)
        let documents = [Array(Run.json.utf8), Array(Self.free.utf8)]
        for round in 0..<6_000 {
            var bytes = documents[round % 2]
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
                }
            }
            if round % 2 == 0 {
                check(Run.self, bytes)
                _ = try? JSONBytesDecoder().decode([String: JSONValue].self, from: bytes)
            } else {
                check(JSONValue.self, bytes)
            }
        }
    }

    /// What can be read is the same after being written and read; what cannot has a place inside the document.
    private func check<T: JSONComposite>(_ type: T.Type, _ bytes: [UInt8]) {
        do throws(JSONError) {
            let value = try T(json: bytes)
            #expect(try T(json: try value.jsonBytes()) == value)
        } catch {
            #expect(0...bytes.count ~= error.offset)
            #expect(error.path.hasPrefix("$"))
        }
    }
}
