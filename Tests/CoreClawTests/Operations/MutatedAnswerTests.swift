import CoreClaw
import Foundation
import Testing

/// Answers of the documentation with bytes changed at random: each is read, or refused with an error, in bounded time.
///
/// Some hundreds are tried; `MUTATED_ANSWERS=200000` tries as many as that, and `MUTATION_SEED` others than usual.
struct MutatedAnswerTests {
    private static let parts = 8
    private static let count = Int(environment["MUTATED_ANSWERS"] ?? "") ?? 800
    private static let seed = UInt64(environment["MUTATION_SEED"] ?? "") ?? 1
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Far more CPU time than any of these answers takes, even with a sanitizer.
    private static let limit: Double = 5

    @Test(arguments: 0..<parts)
    func isReadOrRefused(part: Int) throws {
        let answers = Examples.answers.map { Array($0.json.utf8) }
        for index in stride(from: part, to: Self.count, by: Self.parts) {
            // Each mutant can be made again from its number.
            var mutator = AnswerMutator(seed: Self.seed &* 1_000_003 &+ UInt64(index), others: answers)
            let example = index % answers.count
            let mutant = mutator.mutant(of: answers[example])
            let start = Self.processorTime
            do {
                try Self.read(mutant, as: Examples.answers[example].operation)
            } catch is APIError {
            } catch {
                Issue.record("\(index): \(error): \(Data(mutant).base64EncodedString())")
            }
            let duration = Self.processorTime - start
            #expect(duration < Self.limit, "\(index): \(duration) s: \(Data(mutant).base64EncodedString())")
        }
    }

    @Test func theSameSeedMakesTheSameMutants() {
        let answer = Array(#"{"code":0,"data":{"a":[1,2,3]}}"#.utf8)
        let mutants = (0..<2).map { _ in
            var mutator = AnswerMutator(seed: 7, others: [answer])
            return (0..<50).map { _ in mutator.mutant(of: answer) }
        }
        #expect(mutants[0] == mutants[1])
        #expect(Set(mutants[0]).count > 40)
    }

    /// Reads an answer; what was read is written and, inside an envelope, read again as the same.
    private static func read<Operation: APIOperation>(_ body: [UInt8], as operation: Operation.Type) throws {
        guard let written = try Operation.rewritten(body) else { return }
        let again = try Operation.rewritten(Array(#"{"code":0,"message":"success","data":"#.utf8) + written + [UInt8(ascii: "}")])
        #expect(again == written, "\(Data(body).base64EncodedString())")
    }

    /// CPU seconds of this thread.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
