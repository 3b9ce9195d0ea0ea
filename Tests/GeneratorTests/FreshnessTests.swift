import Foundation
import Testing

/// What is committed is what the specification gives; if not: `swift run apigen`, for the second also `--settings`.
struct FreshnessTests {
    @Test(arguments: ["Spec/apigen.yaml", "Tests/FixtureClient/Spec/apigen.yaml"])
    func filesAreCurrent(settings: String) throws {
        for (path, contents) in try RepositorySpec(settings: settings).render() {
            let existing = FileManager.default.contents(atPath: RepositorySpec.root.appending(path: path).path)
            #expect(existing == Data(contents.utf8), "\(path) is not current: run 'swift run apigen --settings \(settings)'")
        }
    }

    @Test func renderingTwiceGivesTheSameBytes() throws {
        let spec = RepositorySpec(settings: "Spec/apigen.yaml")
        #expect(try spec.render() == spec.render())
    }
}
