import Foundation
import HTTPTypes
import JSONBytes
import Testing

@testable import APIRuntime

@Suite struct RequestEncoderTests {
    private func encoded(
        path: String = "/p",
        _ encode: (inout RequestEncoder) -> Void
    ) throws -> EncodedRequest {
        var encoder = RequestEncoder(randomness: { 0xAB })
        encode(&encoder)
        return try EncodedRequest(
            encoder,
            descriptor: OperationDescriptor(id: "op", method: .get, path: path, idempotency: .safe, security: .none)
        )
    }

    private func query(_ encode: (inout RequestEncoder) -> Void) throws -> String {
        try encoded(encode).query.joined(separator: "&")
    }

    private func failure(path: String = "/p", _ encode: (inout RequestEncoder) -> Void) -> String? {
        #expect(throws: ParameterError.self) { try encoded(path: path, encode) }?.message
    }

    @Test(arguments: [
        ("plain-_.~9", "plain-_.~9"), ("a/b", "a%2Fb"), ("a b", "a%20b"), ("ü", "%C3%BC"), ("50%", "50%25"),
        ("a?b#c", "a%3Fb%23c"),
    ])
    func escapesPathSegments(text: String, expected: String) throws {
        #expect(try encoded(path: "/a/{id}/b") { $0.path("id", text) }.path == "/a/\(expected)/b")
    }

    @Test(arguments: ["", ".", ".."])
    func refusesTextsThatChangeThePath(text: String) {
        #expect(failure(path: "/a/{id}") { $0.path("id", text) }?.hasPrefix("'id' is ") == true)
    }

    @Test func refusesAMissingPathParameter() {
        #expect(failure(path: "/a/{id}") { _ in } == "'id' is missing from the path")
    }

    @Test(arguments: ["", ".", "..", "last", "a\nb", "a\u{7F}b"])
    func refusesIdentifiers(text: String) {
        #expect(failure(path: "/a/{id}") { $0.path("id", ParcelID(text)) } != nil)
    }

    @Test func normalizesIdentifiers() throws {
        #expect(ParcelID("owner/name") == "owner~name")
        #expect(try encoded(path: "/a/{id}") { $0.path("id", "owner/name" as ParcelID) }.path == "/a/owner~name")
    }

    @Test func writesScalars() throws {
        #expect(
            try query {
                $0.query("b", true)
                $0.query("i", -3)
                $0.query("n", nil as Int?)
                $0.query("d", 1.5)
                $0.query("m", Decimal(string: "10.25"))
                $0.query("s", "a&b=c d")
                $0.query("u", URL(string: "https://x.test/?q=1"))
            } == "b=true&i=-3&d=1.5&m=10.25&s=a%26b%3Dc%20d&u=https%3A%2F%2Fx.test%2F%3Fq%3D1"
        )
        #expect(failure { $0.query("d", Double.nan) } == "'d' is not a finite number")
    }

    @Test func writesTimes() throws {
        let date = Date(timeIntervalSince1970: 1_700_000_000.25)
        #expect(
            try query {
                $0.query("s", date, as: .unixTime)
                $0.query("m", date, as: .unixTimeMilliseconds)
                $0.query("t", Date(timeIntervalSince1970: 1_700_000_000), as: .dateTime)
                $0.query("f", date)
            } == "s=1700000000&m=1700000000250&t=2023-11-14T22%3A13%3A20Z&f=2023-11-14T22%3A13%3A20.25Z"
        )
    }

    @Test(arguments: [DateCoding.unixTime, .unixTimeMilliseconds, .dateTime], [Double.infinity, -1e300, .nan])
    func refusesTimesThatDoNotFit(coding: DateCoding, seconds: Double) {
        #expect(failure { $0.query("t", Date(timeIntervalSince1970: seconds), as: coding) } != nil)
    }

    @Test(arguments: [
        (ParameterStyle.form, true, ["a", "b,c"], "k=a&k=b%2Cc"), (.form, false, ["a", "b&c"], "k=a,b%26c"),
        (.spaceDelimited, false, ["a", "b,c"], "k=a%20b%2Cc"), (.pipeDelimited, false, ["a", "b,c"], "k=a%7Cb%2Cc"),
    ])
    func writesLists(style: ParameterStyle, explode: Bool, values: [String], expected: String) throws {
        #expect(try query { $0.query("k", values, style: style, explode: explode) } == expected)
        #expect(try query { $0.query("k", [String](), style: style, explode: explode) } == "")
    }

    @Test(arguments: [
        (ParameterStyle.deepObject, true, "k%5Ba%5D=1&k%5Bb%5D%5Bc%5D=x%20y&k%5Bd%5D=1&k%5Bd%5D=2"),
        (.form, true, "a=1&b=%7B%22c%22%3A%22x%20y%22%7D&d=%5B1%2C2%5D"),
        (.form, false, "k=a,1,b,%7B%22c%22%3A%22x%20y%22%7D,d,%5B1%2C2%5D"),
    ])
    func writesObjects(style: ParameterStyle, explode: Bool, expected: String) throws {
        let object: JSONObject = ["a": 1, "b": ["c": "x y"], "d": [1, 2], "n": nil]
        #expect(try query { $0.query("k", object: object, style: style, explode: explode) } == expected)
    }

    @Test(arguments: [(ParameterStyle.form, "b,c"), (.spaceDelimited, "b c"), (.pipeDelimited, "b|c")])
    func refusesElementsThatHoldTheirSeparator(style: ParameterStyle, element: String) {
        #expect(failure { $0.query("k", ["a", element], style: style, explode: false) } != nil)
    }

    @Test func refusesElementsWithCommasInPathsHeadersAndCookies() {
        #expect(failure(path: "/p/{k}") { $0.path("k", ["a", "b,c"]) } != nil)
        #expect(failure { $0.header("k", ["a", "b,c"]) } != nil)
        #expect(failure { $0.cookie("k", ["a", "b,c"]) } != nil)
    }

    @Test func writesJSONParameters() throws {
        #expect(try query { $0.query("filter", json: ["a": 1] as JSONValue) } == "filter=%7B%22a%22%3A1%7D")
    }

    @Test func writesHeadersAndCookies() throws {
        let request = try encoded {
            $0.header("X-Tag", "blue")
            $0.cookie("a", "1;2")
            $0.cookie("b", 3)
        }
        #expect(request.headers[HTTPField.Name("X-Tag")!] == "blue")
        #expect(request.headers[.cookie] == "a=1%3B2; b=3")
    }

    @Test(arguments: ["a\r\nEvil: 1", "a\nb", "a\0b", "a\u{7F}"])
    func refusesControlCharactersInHeaders(value: String) {
        #expect(failure { $0.header("X-Tag", value) } == "'X-Tag' holds control characters, which a header cannot")
    }

    @Test func refusesHeaderNamesThatAreNone() {
        #expect(failure { $0.header("X Tag: y", "v") } == "'X Tag: y' is not the name of a header")
    }

    @Test func keepsTheFirstFailure() {
        #expect(
            failure {
                $0.query("first", Double.nan)
                $0.query("second", Double.nan)
            } == "'first' is not a finite number"
        )
    }

    @Test func writesJSONBodies() throws {
        let request = try encoded { $0.json(["a": [1, nil]] as JSONValue) }
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"a":[1,null]}"#)
        #expect(request.headers[.contentType] == "application/json")
        let empty = try encoded { $0.json(nil as JSONValue?) }
        #expect(empty.body == nil)
        #expect(empty.headers[.contentType] == nil)
    }

    @Test func writesForms() throws {
        let request = try encoded {
            $0.form {
                $0.field("a", "x y&z")
                $0.field("b", [1, 2])
                $0.field("c", nil as Int?)
                $0.field("d", json: ["e": 1] as JSONValue)
            }
        }
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == "a=x+y%26z&b=1&b=2&d=%7B%22e%22%3A1%7D")
        #expect(request.headers[.contentType] == "application/x-www-form-urlencoded")
    }

    @Test func writesParts() throws {
        let request = try encoded {
            $0.multipart {
                $0.field("a", "x")
                $0.file("f", UploadFile(name: "cat.png", contentType: "image/png", bytes: [1, 2]))
                $0.json("j", [1] as JSONValue)
            }
        }
        let boundary = "00000000000000ab00000000000000ab"
        let expected =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"f\"; filename=\"cat.png\"\r\nContent-Type: image/png\r\n\r\n\u{1}\u{2}\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n"
            + "--\(boundary)--\r\n"
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(request.headers[.contentType] == "multipart/form-data; boundary=\(boundary)")
    }

    @Test func namesOfPartsCannotAddHeaders() throws {
        let file = UploadFile(name: "a\"\r\nEvil: 1\r\n\r\n.txt", bytes: [])
        let request = try encoded { $0.multipart { $0.file("n\r\n\"", file) } }
        let text = request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(text.contains("name=\"n%0D%0A%22\"; filename=\"a%22%0D%0AEvil: 1%0D%0A%0D%0A.txt\"\r\n"))
        #expect(failure { $0.multipart { $0.file("f", UploadFile(name: "a", contentType: "a/b\r\nEvil: 1", bytes: [])) } } != nil)
    }

    @Test(arguments: [("a/b", "a~b"), ("plain", "plain"), ("é", "e"), ("é/", "e~"), ("", ""), ("ê", "ê")])
    func replacesCharactersOfIdentifiers(text: String, expected: String) {
        #expect(IdentifierRules(replacing: ["/": "~", "é": "e"]).normalized(text) == expected)
        #expect(IdentifierRules().normalized(text) == text)
    }
}
