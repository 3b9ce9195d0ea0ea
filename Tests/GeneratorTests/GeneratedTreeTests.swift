import APIModel
import Foundation
import Testing

@testable import apigen

@Suite(.oneAtATime)
struct GeneratedTreeTests {
    /// A folder for one test, removed at its end.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generated-tree-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func text(_ path: String, in folder: URL) -> String? {
        FileManager.default.contents(atPath: folder.appending(path: path).path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func writesOnlyWhatChanged() throws {
        try withFolder { folder in
            let first = GeneratedTree(
                [
                    .init(path: "Out/a", contents: "\(GeneratedFile.mark)1"),
                    .init(path: "Out/b/c", contents: "\(GeneratedFile.mark)2"),
                ],
                folders: ["Out"]
            )
            #expect(try first.write(to: folder).written == ["Out/a", "Out/b/c"])
            let again = try first.write(to: folder)
            #expect(again.isEmpty && again.unchanged == 2)
            let second = GeneratedTree(
                [.init(path: "Out/a", contents: "3"), .init(path: "Out/b/c", contents: "\(GeneratedFile.mark)2")],
                folders: ["Out"]
            )
            #expect(try second.write(to: folder).written == ["Out/a"])
            #expect(text("Out/a", in: folder) == "3")
        }
    }

    @Test func removesItsOwnStaleFilesAndNothingElse() throws {
        try withFolder { folder in
            try GeneratedTree(
                [
                    .init(path: "Out/a", contents: "\(GeneratedFile.mark)1"),
                    .init(path: "Out/b", contents: "\(GeneratedFile.mark)2"),
                ],
                folders: ["Out"]
            ).write(
                to: folder
            )
            try Data("mine".utf8).write(to: folder.appending(path: "hand-written"))
            let changes = try GeneratedTree([.init(path: "Out/a", contents: "\(GeneratedFile.mark)1")], folders: ["Out"]).write(
                to: folder
            )
            #expect(changes.removed == ["Out/b"])
            #expect(text("Out/b", in: folder) == nil)
            #expect(text("hand-written", in: folder) == "mine")
        }
    }

    @Test func handWrittenFilesAreInNoDanger() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "Out"), withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: folder.appending(path: "Out/Hand.swift"))
            let tree = GeneratedTree([.init(path: "Out/a", contents: "1")], folders: ["Out"])
            #expect(throws: GeneratedTreeError.notGenerated("Out/Hand.swift")) { try tree.write(to: folder) }
            #expect(text("Out/Hand.swift", in: folder) == "mine")
            #expect(text("Out/a", in: folder) == nil)
        }
    }

    @Test(arguments: ["Out/../../evil", "Out//a", "/etc/a"])
    func pathsThatLeaveTheFolder(path: String) throws {
        try withFolder { folder in
            let tree = GeneratedTree([.init(path: path, contents: "1")], folders: ["Out"])
            #expect(throws: GeneratedTreeError.outside(path)) { try tree.write(to: folder) }
        }
    }

    @Test func namesThatDifferInCaseOnly() throws {
        try withFolder { folder in
            let tree = GeneratedTree(
                [.init(path: "Out/a", contents: "1"), .init(path: "Out/A", contents: "2")],
                folders: ["Out"]
            )
            #expect(throws: GeneratedTreeError.twice("Out/A")) { try tree.write(to: folder) }
        }
    }

    @Test func checkingWritesNothing() throws {
        try withFolder { folder in
            let changes = try GeneratedTree([.init(path: "Out/a", contents: "\(GeneratedFile.mark)1")], folders: ["Out"]).changes(
                in: folder
            )
            #expect(changes.written == ["Out/a"])
            #expect(text("Out/a", in: folder) == nil)
        }
    }
}
