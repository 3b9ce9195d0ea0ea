import APIRuntime
import JSONBytes
import Testing

@Suite struct NestingLimitTests {
    /// An answer with arrays in each other inside the envelope, which is one level itself.
    private func transport(levels: Int) -> MemoryTransport {
        MemoryTransport(.data(String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1)))
    }

    @Test(arguments: [(4, 4, true), (5, 4, false), (128, nil, true), (129, nil, false), (100_000, nil, false)])
    func answersAreBoundedInDepth(levels: Int, maximum: Int?, isRead: Bool) async {
        let client = TestClient.with(transport(levels: levels)) { if let maximum { $0.maximumNesting = maximum } }
        if isRead {
            await #expect(throws: Never.self) { try await client.send(GetRates()) }
        } else {
            #expect(await apiError { try await client.send(GetRates()) }?.kind == .decoding)
        }
    }
}
