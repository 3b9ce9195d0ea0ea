import HTTPTypes
import Testing

@testable import APIRuntime

@Suite struct DownloadResponseTests {
    private static let change = "Sun, 06 Nov 1994 08:49:37 GMT"

    @Test(arguments: [
        ("attachment; filename=places.csv", "places.csv"), ("attachment; filename=\"a b;=.csv\"", "a b;=.csv"),
        (#"attachment; filename="a\"b.csv""#, "a\"b.csv"), ("inline", nil), ("", nil), ("attachment; filename=", nil),
        ("attachment; FileName = x.csv ; size=3", "x.csv"), ("attachment; filename=\"unclosed", nil),
        ("attachment; filename=plain.csv; filename*=UTF-8''%e2%82%ac%20rates.csv", "€ rates.csv"),
        ("attachment; filename*=utf-8'en'a.csv", "a.csv"), ("attachment; filename*=KOI8-R''%f0; filename=b.csv", "b.csv"),
        ("attachment; filename=\"../../etc/passwd\"", "passwd"), (#"attachment; filename="C:\\temp\\x.csv""#, "x.csv"),
        ("attachment; filename=..", nil), ("attachment; filename=\"a/\"", nil), ("attachment; filename*=UTF-8''%2e%2e", nil),
        ("attachment; filename*=UTF-8''a%00%0a%2Fb%1F.csv", "b.csv"),
        // A mark that hides the separator before it, a turned direction, and edges that systems hide or drop.
        ("attachment; filename*=UTF-8''..%2F%CC%81evil.csv", "evil.csv"),
        ("attachment; filename=\"a\u{301};\u{301}b\"", "a\u{301};\u{301}b"),
        ("attachment; filename=\"x\u{202E}vsc\u{200B}.exe\"", "xvsc.exe"), ("attachment; filename=\" .. .profile. \"", "profile"),
        ("attachment; filename=\"a/ \u{301}\"", nil), ("attachment; filename=\"é.csv\u{2028}\"", "é.csv"),
        ("attachment; filename=\(String(repeating: "é", count: 200))", String(repeating: "é", count: 127)),
        ("attachment; filename=\"\(String(repeating: "a", count: 254)). b\"", String(repeating: "a", count: 254)),
    ])
    func proposesAMereName(header: String, name: String?) {
        #expect(ContentDisposition.fileName(header).map { Array($0.utf8) } == name.map { Array($0.utf8) })
    }

    @Test(
        arguments: [
            ("bytes 5-9/10", [5, 9, 10]), ("bytes 5-9/*", [5, 9]), ("BYTES  0-0/1", [0, 0, 1]), ("bytes 9-5/10", nil),
            ("bytes 5-10/10", nil), ("bytes */10", nil), ("items 5-9/10", nil), ("bytes 5-9", nil), ("bytes -5-9/10", nil),
            ("bytes 5-9/", nil), ("bytes 5-9/x", nil), ("bytes 5-9/99999999999999999999", nil), ("bytes +5-9/10", nil), ("", nil),
        ] as [(String, [Int]?)]
    )
    func readsContentRanges(header: String, expected: [Int]?) {
        let range = ContentRange(header)
        #expect(range.map { [$0.start, $0.end, $0.total].compactMap(\.self) } == expected)
    }

    @Test(
        arguments: [
            (["ETag": "\"a\"", "Last-Modified": change], "\"a\"", true),
            (["Last-Modified": change, "Date": "Sun, 06 Nov 1994 08:50:37 GMT"], change, true),
            (["Last-Modified": change, "Date": "Sun, 06 Nov 1994 08:50:36 GMT"], nil, false),
            (["Last-Modified": change, "Date": "soon"], nil, false), (["Last-Modified": change], nil, false),
            (["ETag": "W/\"a\"", "Last-Modified": change, "Date": "Sun, 06 Nov 1994 09:50:37 GMT"], nil, false),
            (["ETag": "W/\"a\""], nil, false), (["ETag": "\"a\"", "Accept-Ranges": "none"], "\"a\"", false),
            (["ETag": "\"a\"", "Accept-Ranges": "bytes"], "\"a\"", true),
            (["ETag": "\"a\"", "Content-Encoding": "gzip"], "\"a\"", false),
            (["ETag": "\"a\"", "Content-Encoding": "gzip, aws-chunked"], "\"a\"", false),
            (["ETag": "\"a\"", "Content-Encoding": " Deflate ,x"], "\"a\"", false),
            (["ETag": "\"a\"", "Content-Encoding": "aws-chunked"], "\"a\"", true),
            (["ETag": "\"a\"", "Content-Encoding": "identity, gzip"], "\"a\"", true),
        ] as [([String: String], String?, Bool)]
    )
    func knowsWhatCanBeGoneOnWith(headers: [String: String], validator: String?, isResumable: Bool) throws {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let response = DownloadResponse(status: .ok, headers: fields)
        #expect(response.validator == validator)
        #expect(response.isResumable == isResumable)
    }

    @Test(arguments: [("5", 5), ("-5", nil), ("5, 5", nil), ("99999999999999999999", nil)])
    func readsTheLength(text: String, expected: Int?) {
        #expect(DownloadResponse(status: .ok, headers: [.contentLength: text]).contentLength == expected)
    }
}
