import Foundation
import JSONBytes
import Testing

@Suite struct JSONWriterTests {
    @Test func writesScalars() throws {
        #expect(try written(true) == "true")
        #expect(
            try written([Int64.min, .max, 0, -1, 9, 10, 99, 100]) == "[-9223372036854775808,9223372036854775807,0,-1,9,10,99,100]"
        )
        #expect(try written([Int32.min]) == "[-2147483648]")
        #expect(try written([1, nil] as [Int?]) == "[1,null]")
        #expect(try written(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
        #expect(try written(Data([1, 2, 255])) == "\"AQL/\"")
        #expect(try written(URL(string: "https://a.b/c")) == "\"https://a.b/c\"")
        #expect(try written([] as [Int]) == "[]")
    }

    @Test func escapesOnlyWhatMustBe() throws {
        let text = "a\"b\\c/d\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é😀"
        #expect(try written(text) == #""a\"b\\c/d\b\f\n\r\t\u0000\u001f"# + "\u{7F}é😀\"")
        #expect(try read(String.self, try written(text)) == text)
    }

    @Test func writesEveryScalarSoThatItReadsTheSame() throws {
        for start in stride(from: UInt32(0), to: 0x11_0000, by: 0x1F7) {
            guard let scalar = Unicode.Scalar(start) else { continue }
            let text = "x\(scalar)"
            #expect(try read(String.self, try written(text)).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func refusesNumbersThatAreNone(value: Double) throws {
        #expect(throws: JSONError(.unwritable, "\(value) is no JSON number", path: "$", offset: 0)) { try written(value) }
        var run = try Run(json: Run.json)
        run.score = value
        do throws(JSONError) {
            _ = try run.jsonBytes()
            Issue.record("was written")
        } catch {
            #expect(error.path == "$.score")
            #expect(error.kind == .unwritable)
        }
        #expect(run == run)
    }

    @Test func writesLongDocuments() throws {
        let texts = (0..<2_000).map { String(repeating: "x", count: $0 % 97) }
        #expect(try read([String].self, try written(texts)) == texts)
    }
}
