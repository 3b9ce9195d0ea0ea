import Foundation
import Testing

@testable import APIRuntime

@Suite struct LinkIdentityTests {
    private func identity(_ link: String) throws -> String {
        let url = try #require(URL(string: link))
        return LinkIdentity.text(of: try #require(RedirectTarget(url)))
    }

    @Test(arguments: [
        "X-Amz-Algorithm=AWS4&X-Amz-Credential=a&X-Amz-Date=1&X-Amz-Expires=2&X-Amz-Security-Token=t&X-Amz-Signature=3",
        "x%2Damz%2Dsignature=3", "AWSAccessKeyId=a&Expires=1&Signature=x", "GoogleAccessId=a&Expires=1&Signature=b",
        "X-Goog-Signature=1&X-Goog-Date=2", "OSSAccessKeyId=a&Expires=1&Signature=x&security-token=t",
        "q-sign-algorithm=sha1&q-ak=a&q-sign-time=1&q-key-time=1&q-header-list=&q-url-param-list=&q-signature=1",
        "sv=2020&st=1&se=2&sr=b&sp=r&sig=x", "Policy=p&Signature=s&Key-Pair-Id=k", "expires=1&token=2", "auth_key=1",
    ])
    func aSignatureIsNoPartOfIt(signature: String) throws {
        #expect(try identity("https://a.test/f?id=7&\(signature)") == identity("https://a.test/f?id=7"))
    }

    @Test(arguments: [
        "http://a.test/f?id=7", "https://b.test/f?id=7", "https://a.test:444/f?id=7", "https://a.test/g?id=7",
        "https://a.test/f?id=8", "https://a.test/f?id=7&sr=2", "https://a.test/f", "https://a.test/f?ID=7",
        "https://a.test/f%2Fg?id=7", "https://a.test/f?id=7&unknown=1",
    ])
    func everythingElseIs(link: String) throws {
        #expect(try identity(link) != identity("https://a.test/f?id=7"))
    }

    @Test func isAHash() throws {
        #expect(try identity("https://a.test/f?id=7") == SHA256.hexadecimal("https://a.test/f?id=7"))
        #expect(SHA256.hexadecimal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256.hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
        #expect(SHA256.hexadecimal(long) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        for count in [55, 56, 63, 64, 65, 119, 120, 1000] {
            #expect(SHA256.hexadecimal(String(repeating: "a", count: count)).count == 64)
        }
    }
}
