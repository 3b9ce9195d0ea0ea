import Foundation
import Testing

/// Every quirk of the specification says what the client does about it; a test that begins with its number shows it.
struct QuirkCoverageTests {
    @Test func everyQuirkHasATest() throws {
        let promised = try Self.numbers(in: "Spec", ending: ".yaml", after: "- id: ", before: "\n")
        let tested = try Self.numbers(in: "Tests/CoreClawTests", ending: ".swift", after: "\"", before: ":")
        #expect(promised.count > 50)
        #expect(promised.subtracting(tested).sorted() == [])
        #expect(tested.subtracting(promised).sorted() == [])
    }

    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// The words `Q1`, `Q2` and so on that stand between two others in the files of a folder.
    private static func numbers(in folder: String, ending: String, after: String, before: String) throws -> Set<String> {
        let folder = root.appending(path: folder).resolvingSymlinksInPath()
        var numbers: Set<String> = []
        for case let path as String in FileManager.default.enumerator(atPath: folder.path()) ?? .init()
        where path.hasSuffix(ending) {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for part in text.components(separatedBy: after + "Q").dropFirst() {
                let digits = part.prefix { $0.isASCII && $0.isNumber }
                if !digits.isEmpty, part.dropFirst(digits.count).hasPrefix(before) { numbers.insert("Q\(digits)") }
            }
        }
        return numbers
    }
}
