import Foundation
import Testing

/// What is committed is what the specification gives; if not: `swift run apigen`, for the second also `--settings`.
@Suite(.oneAtATime)
struct FreshnessTests {
    @Test(arguments: ["Spec/apigen.yaml", "Tests/FixtureClient/Spec/apigen.yaml"])
    func filesAreCurrent(settings: String) async throws {
        for (path, contents) in try await RepositorySpec(settings: settings).render() {
            let existing = FileManager.default.contents(atPath: RepositorySpec.root.appending(path: path).path)
            #expect(existing == Data(contents.utf8), "\(path) is not current: run 'swift run apigen --settings \(settings)'")
        }
    }

    @Test func renderingTwiceGivesTheSameBytes() async throws {
        let spec = RepositorySpec(settings: "Tests/FixtureClient/Spec/apigen.yaml")
        let (first, second) = (try await spec.render(), try await spec.render())
        #expect(first == second)
    }
}
