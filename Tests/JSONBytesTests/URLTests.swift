import Foundation
import JSONBytes
import Testing

@Suite("URLs") struct URLTests {
    @Test(arguments: [
        ("https://a.b/c d", "https://a.b/c%20d"), ("https://a.b/é", "https://a.b/%C3%A9"), ("https://a.b/%20", "https://a.b/%20"),
        ("https://a.b/?q=[x]|y", "https://a.b/?q=%5Bx%5D%7Cy"), ("a b", "a%20b"),
    ])
    func charactersAreEncoded(text: String, url: String) throws {
        let read = try JSONBytesTests.read(URL.self, JSONValue.string(text).jsonText())
        #expect(read.absoluteString == url)
        #expect(try JSONBytesTests.read(URL.self, written(read)) == read)
    }

    @Test(arguments: ["", "https://[::1", "https://a b/"])
    func othersAreRefused(text: String) throws {
        #expect(try failure(URL.self, JSONValue.string(text).jsonText())?.kind == .invalidValue)
    }
}
