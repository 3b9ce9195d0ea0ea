import APIRuntime
import JSONBytes
import Testing

@Suite struct PagingTests {
    /// A list of rows, served page by page by one of two rules.
    struct Shelf: Sendable {
        var rows = Array(1...250)
        var rule = PageNumbering.page
        var hasTotal = true
        var hasEcho = true
        var identifies = true

        func transport(_ change: @escaping @Sendable (inout [Int], _ number: Int) -> Void = { _, _ in }) -> MemoryTransport {
            MemoryTransport { request, number in
                var rows = rows
                change(&rows, number)
                let asked = request.query("page").flatMap(Int.init)
                let size = request.query("size").flatMap(Int.init) ?? 20
                let start = rule == .page ? ((asked ?? 1) - 1) * size : asked ?? 0
                let page = rows.dropFirst(start).prefix(size)
                let echo = hasEcho ? #","page":\#(rule == .page ? asked ?? 1 : start / size + 1)"# : ""
                let total = hasTotal ? #","total":\#(rows.count)"# : ""
                let list = page.map { identifies ? #"{"key":"k\#($0)","id":\#($0)}"# : #"{"id":\#($0)}"# }
                return .data(#"{"list":[\#(list.joined(separator: ","))]\#(echo)\#(total)}"#)
            }
        }
    }

    struct Rows: JSONModel {
        var list: [JSONObject] = []
        var page: Int?
        var total: Int?
        var unknownMembers = JSONObject()

        init(placeholder: JSONPlaceholder) {}
        static let fields = JSONFields("list\npage\ntotal", optional: "page\ntotal")

        mutating func members(_ coder: inout JSONCoder) {
            coder.list(&list)
            coder.integer(&page)
            coder.integer(&total)
        }
    }

    struct ListRows: PaginatedOperation {
        typealias Output = Rows
        typealias Element = JSONObject
        var page: Int?
        var size: Int?

        static let descriptor = OperationDescriptor(
            id: "listRows",
            method: .get,
            path: "/rows",
            idempotency: .safe,
            security: .required
        )

        func encode(into request: inout RequestEncoder) {
            request.query("page", page)
            request.query("size", size)
        }

        static let pagination = Pagination<ListRows>(
            defaultSize: 20,
            setPage: { $0.page = $1 },
            size: { $0.size },
            items: { $0.list },
            total: { $0.total },
            pageEcho: { $0.page },
            identity: { $0["key"]?.string }
        )
    }

    private func ids(
        _ transport: MemoryTransport,
        size: Int? = 20,
        _ configure: (inout ClientConfiguration) -> Void = { _ in }
    ) async throws -> [Int] {
        try await TestClient.with(transport, configure).pages(of: ListRows(size: size)).collect().compactMap { $0["id"]?.integer }
    }

    @Test(arguments: [PageNumbering.page, .rowOffset], [true, false])
    func readsEveryRowOnceInOrder(rule: PageNumbering, hasTotal: Bool) async throws {
        for (hasEcho, identifies) in [(true, true), (false, true), (true, false), (false, false)] {
            let shelf = Shelf(rule: rule, hasTotal: hasTotal, hasEcho: hasEcho, identifies: identifies)
            #expect(try await ids(shelf.transport()) { $0.pageNumbering = rule } == Array(1...250))
        }
    }

    @Test(arguments: [0, 1, 4, 100])
    func readsWithAnyWindow(window: Int) async throws {
        #expect(try await ids(Shelf().transport()) { $0.readAheadPages = window } == Array(1...250))
    }

    @Test(arguments: [(PageNumbering.page, ["nil", "2", "3"]), (.rowOffset, ["nil", "20", "40"])])
    func sendsTheFirstPageWithoutNumber(rule: PageNumbering, expected: [String]) async throws {
        let transport = Shelf(rows: Array(1...45), rule: rule).transport()
        _ = try await ids(transport, size: nil) {
            $0.pageNumbering = rule
            $0.readAheadPages = 0
        }
        #expect(transport.requests.map { $0.query("page") ?? "nil" } == expected)
    }

    @Test(arguments: [0, 1, 19, 20, 21, 40])
    func endsAtTheLastRow(count: Int) async throws {
        for hasTotal in [true, false] {
            let transport = Shelf(rows: Array(0..<count), hasTotal: hasTotal).transport()
            #expect(try await ids(transport) { $0.readAheadPages = 0 } == Array(0..<count))
            // A full page may be followed by others, and without a total any page may be.
            #expect(transport.requests.count == (hasTotal ? count / 20 + 1 : (count + 19) / 20 + 1))
        }
    }

    @Test func aShortPrefixCostsOneRequest() async throws {
        let transport = Shelf().transport()
        var rows = TestClient.with(transport).pages(of: ListRows()).makeAsyncIterator()
        for _ in 0..<5 { #expect(try await rows.next() != nil) }
        // The iterator is still there, so that nothing has ended what it might have begun.
        try await Task.sleep(for: .milliseconds(100))
        #expect(transport.requests.count == 1)
        #expect(try await rows.next() != nil)
        #expect(try await TestClient.with(transport).pages(of: ListRows()).collect(limit: 7).count == 7)
        #expect(transport.requests.count == 2)
    }

    @Test(arguments: [1, 3])
    func readsAheadWithinTheWindow(window: Int) async throws {
        let transport = Shelf().transport()
        var iterator = TestClient.with(transport) { $0.readAheadPages = window }.pages(of: ListRows()).makeAsyncIterator()
        for _ in 0..<11 { _ = try await iterator.next() }
        try await eventually { transport.requests.count == 1 + window }
        try await Task.sleep(for: .milliseconds(30))
        #expect(transport.requests.count == 1 + window)
        #expect(transport.mostAtOnce <= window)
    }

    @Test func pagesOfUnknownNumberAreReadAheadWithCare() async throws {
        let transport = Shelf(hasTotal: false).transport()
        var iterator = TestClient.with(transport) { $0.readAheadPages = 8 }.pages(of: ListRows()).makeAsyncIterator()
        for _ in 0..<20 { _ = try await iterator.next() }
        try await eventually { transport.requests.count == 2 }
        try await Task.sleep(for: .milliseconds(30))
        #expect(transport.requests.count == 2)
    }

    @Test func readingAheadIsFasterThanOneByOne() async throws {
        let shelf = Shelf()
        let inner = shelf.transport()
        let slow = MemoryTransport { request, number in
            try await Task.sleep(for: .milliseconds(10))
            let answer = try await inner.send(
                request,
                body: nil,
                limits: .init(connectTimeout: .zero, attemptTimeout: nil, maximumBodySize: 0)
            )
            return .init(body: answer.body)
        }
        #expect(try await ids(slow) { $0.readAheadPages = 12 } == shelf.rows)
        #expect(slow.mostAtOnce > 4)
    }

    @Test func leavingEarlyStopsReadingAhead() async throws {
        let cancelled = Flag()
        let inner = Shelf().transport()
        let transport = MemoryTransport { request, number in
            if number > 1 {
                do { try await Task.sleep(for: .seconds(3600)) } catch { await cancelled.count() }
            }
            let answer = try await inner.send(
                request,
                body: nil,
                limits: .init(connectTimeout: .zero, attemptTimeout: nil, maximumBodySize: 0)
            )
            return .init(body: answer.body)
        }
        var count = 0
        let client = TestClient.with(transport) { $0.readAheadPages = 2 }
        for try await _ in client.pages(of: ListRows()) {
            count += 1
            if count == 15 {
                try await eventually { transport.requests.count == 3 }
                break
            }
        }
        while await cancelled.value < 2 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await cancelled.value == 2)
    }

    @Test func cancellingStopsTheReading() async throws {
        let transport = MemoryTransport { _, _ in
            try await Task.sleep(for: .seconds(3600))
            return .data("{}")
        }
        let task = Task { try await ids(transport) }
        try await eventually { transport.requests.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private actor Flag {
        var value = 0
        func count() { value += 1 }
    }

    // MARK: Pages that do not fit together

    @Test(arguments: [true, false])
    func aServiceThatCountsRowsIsFoundOut(identifies: Bool) async {
        for (hasEcho, hasTotal) in [(true, true), (false, true), (true, false), (false, false)] {
            let shelf = Shelf(rule: .rowOffset, hasTotal: hasTotal, hasEcho: hasEcho, identifies: identifies)
            let error = await apiError { try await ids(shelf.transport()) }
            #expect(error?.kind == .pagination)
            #expect(error?.message.contains("set `pageNumbering = .rowOffset`") == true)
        }
    }

    @Test func aServiceThatCountsPagesIsFoundOut() async {
        for hasEcho in [true, false] {
            let error = await apiError { try await ids(Shelf(hasEcho: hasEcho).transport()) { $0.pageNumbering = .rowOffset } }
            #expect(error?.kind == .pagination)
            #expect(error?.message.contains("set `pageNumbering = .page`") == true)
        }
    }

    @Test(arguments: [true, false])
    func aRepeatedPageIsAnError(identifies: Bool) async {
        let rows = (1...20).map { identifies ? #"{"key":"k\#($0)"}"# : #"{"id":\#($0)}"# }.joined(separator: ",")
        let transport = MemoryTransport(.data(#"{"list":[\#(rows)]}"#))
        let error = await apiError { try await ids(transport) { $0.readAheadPages = 0 } }
        #expect(error?.kind == .pagination)
        #expect(error?.message.hasPrefix("Page 2 repeats the page before it") == true)
        #expect(transport.requests.count == 2)
    }

    @Test(arguments: [true, false])
    func equalRowsAreNoRepetitionWhereTheEchoConfirmsThePage(hasEcho: Bool) async throws {
        let transport = MemoryTransport { request, _ in
            let page = request.query("page").flatMap(Int.init) ?? 1
            let counts = [20, 20, 5]
            let rows = [String](repeating: #"{"id":0}"#, count: page <= 3 ? counts[page - 1] : 0).joined(separator: ",")
            return .data(#"{"list":[\#(rows)]\#(hasEcho ? #","page":\#(page)"# : "")}"#)
        }
        if hasEcho {
            #expect(try await ids(transport).count == 45)
        } else {
            #expect(await apiError { try await ids(transport) }?.kind == .pagination)
        }
    }

    @Test func aWrongEchoIsAnError() async {
        let transport = MemoryTransport(.data(#"{"list":[{"id":1}],"page":3}"#))
        let error = await apiError { try await ids(transport) }
        #expect(error?.message.hasPrefix("Page 1 was asked for and page 3 answered") == true)
        let one = await apiError { try await TestClient.with(transport).pages(of: ListRows()).page(2) }
        #expect(one?.kind == .pagination)
    }

    // MARK: Where a list ends

    /// Pages of two rows as a service sends them, by the number asked for, and what becomes of them: ids, or the beginning of an error.
    @Test(arguments: [
        ("[1,2] [3] [5,6] []", "1 2 3 5 6"),
        ("[1,2] [3] []", "1 2 3"),
        ("[1] [2] [3] []", "1 2 3"),
        ("[]", ""),
        ("[1,2]/2 [3,4]/2 []/2", "1 2 3 4"),
        ("[1,2]/2 [3]/2", "1 2 3"),
        ("[1,2]/2 []/2", "1 2"),
        ("[1,2]/4 [3,4]/4 [5,6]/6 []/6", "1 2 3 4 5 6"),
        ("[1,2]/5 [3,4] [5]", "1 2 3 4 5"),
        ("[1,2] [3,4]/5 [5]/5", "1 2 3 4 5"),
        ("[1,2]/0 [3]/0 []/0", "1 2 3"),
        ("[1,2]/-1 [3]/-1 []/-1", "1 2 3"),
        ("[1]/3 [2]/3 [3]/3", "1 2 3"),
        ("[1]/2 [2]/2 [3]/2 []/2", "1 2 3"),
        ("[1,2,3]/3", "1 2 3"),
        ("[1,2]/5 [3]/5 []/5", "Page 3 is empty after 3 of 5 rows"),
        ("[1]/3 []/3", "Page 2 is empty after 1 of 3 rows"),
        ("[1,2]/6 [3,4]/4", "The list shrank from 6 to 4 rows"),
        ("[1,2] [3,4] [1,2] [3,4] []", "Page 3 repeats page 1"),
        ("[1,2] [3,4] [5,6] [3,4] []", "Page 4 repeats page 2"),
        ("[1,2] [3,4] [2,1] []", "Page 3 repeats page 1"),
        ("[1,2] [3,4] [5,1] []", "Page 3 has rows of page 1"),
        ("[1,2] [1,2] []", "Page 2 repeats the page before it"),
    ])
    func readsToTheEnd(pages: String, expected: String) async throws {
        let replies = pages.split(separator: " ").map { page in
            let parts = page.split(separator: "/")
            let rows = parts[0].dropFirst().dropLast().split(separator: ",").map { #"{"key":"k\#($0)","id":\#($0)}"# }
            let total = parts.count > 1 ? #","total":\#(parts[1])"# : ""
            return #"{"list":[\#(rows.joined(separator: ","))]\#(total)}"#
        }
        for window in [0, 4] {
            let transport = MemoryTransport { request, _ in
                let page = request.query("page").flatMap(Int.init) ?? 1
                return .data(page <= replies.count ? replies[page - 1] : #"{"list":[]}"#)
            }
            do {
                let ids = try await ids(transport, size: 2) { $0.readAheadPages = window }
                #expect(ids.map(\.description).joined(separator: " ") == expected)
            } catch let error as APIError {
                #expect(error.kind == .pagination)
                #expect(error.message.hasPrefix(expected) && !expected.isEmpty, "\(error.message)")
            }
        }
    }

    @Test(arguments: [PageNumbering.page, .rowOffset], [true, false])
    func aServiceThatAllowsSmallerPagesLosesNothing(rule: PageNumbering, hasTotal: Bool) async throws {
        for identifies in [true, false] {
            let transport = MemoryTransport { request, _ in
                let asked = request.query("page").flatMap(Int.init)
                let start = rule == .page ? ((asked ?? 1) - 1) * 20 : asked ?? 0
                let rows = (1...250).dropFirst(start).prefix(20)
                    .map { identifies ? #"{"key":"k\#($0)","id":\#($0)}"# : #"{"id":\#($0)}"# }
                return .data(#"{"list":[\#(rows.joined(separator: ","))]\#(hasTotal ? #","total":250"# : "")}"#)
            }
            #expect(try await ids(transport, size: 1000) { $0.pageNumbering = rule } == Array(1...250))
        }
    }

    @Test func rowsWithoutIdentityThatComeAgainAreNoticed() async {
        let transport = MemoryTransport { request, _ in
            let page = request.query("page").flatMap(Int.init) ?? 1
            return .data(page % 2 == 1 ? #"{"list":[{"id":1},{"id":2}]}"# : #"{"list":[{"id":3},{"id":4}]}"#)
        }
        let error = await apiError { try await ids(transport, size: 2) { $0.readAheadPages = 0 } }
        #expect(error?.message.hasPrefix("Page 3 repeats page 1") == true)
        #expect(transport.requests.count == 3)
    }

    @Test func aListThatRepeatsIsNotReadForEver() async {
        let transport = MemoryTransport { request, _ in
            let page = (request.query("page").flatMap(Int.init) ?? 1) % 1000
            return .data(#"{"list":[{"key":"k\#(page)","id":\#(page)}]}"#)
        }
        let error = await apiError { try await ids(transport, size: 1) }
        #expect(error?.message.hasPrefix("Page 1001 repeats page 1") == true)
    }

    @Test(arguments: [0, 4])
    func aListThatShrinksIsAnError(window: Int) async {
        let transport = Shelf().transport { rows, number in if number > 1 { rows.removeFirst() } }
        let error = await apiError { try await ids(transport) { $0.readAheadPages = window } }
        #expect(error?.message.hasPrefix("The list shrank from 250 to 249 rows") == true)
    }

    @Test(arguments: [0, 4])
    func aListThatGrowsAtItsFrontLosesAndDoublesNothing(window: Int) async throws {
        let transport = Shelf().transport { rows, number in if number > 3 { rows.insert(contentsOf: [-2, -1], at: 0) } }
        #expect(try await ids(transport) { $0.readAheadPages = window } == Array(1...250))
    }

    @Test func aListThatGrowsAtItsEndIsReadToTheEnd() async throws {
        let transport = Shelf(identifies: false).transport { rows, number in if number > 2 { rows += 251...290 } }
        #expect(try await ids(transport) { $0.readAheadPages = 3 } == Array(1...290))
    }

    @Test func aListThatChangesAllTheTimeIsReadPageByPage() async throws {
        let transport = Shelf().transport { rows, number in rows += 251...(250 + number) }
        #expect(try await ids(transport) { $0.readAheadPages = 4 }.prefix(250) == Array(1...250)[...])
        // 14 pages, and one window thrown away.
        #expect(transport.requests.count <= 14 + 5)
    }

    // MARK: Single pages

    @Test func readsOnePage() async throws {
        let transport = Shelf().transport()
        let rows = TestClient.with(transport).pages(of: ListRows(size: 100))
        #expect(try await rows.page(3).list.count == 50)
        #expect(transport.requests.map { $0.query("page") } == ["3"])
        #expect(await apiError { try await rows.page(0) }?.kind == .invalidArgument)
    }

    @Test func readsPagesAsPages() async throws {
        var numbers: [Int] = []
        for try await page in TestClient.with(Shelf().transport()).pages(of: ListRows(size: 100)).pages {
            numbers += [page.number, page.items.count, page.output.total ?? 0]
        }
        #expect(numbers == [1, 100, 250, 2, 100, 250, 3, 50, 250])
    }

    @Test(arguments: [0, -1, Int.max])
    func absurdSizesDoNotTrap(size: Int) async {
        let transport = Shelf().transport()
        let rows = TestClient.with(transport) { $0.pageNumbering = .rowOffset }.pages(of: ListRows(size: size))
        #expect(await apiError { try await rows.page(3) }?.kind == .invalidArgument)
        #expect(transport.requests.isEmpty)
    }

    @Test func readsTheFirstRowAlone() async throws {
        let transport = Shelf().transport()
        let rows = TestClient.with(transport).pages(of: ListRows())
        #expect(try await rows.first()?["id"] == 1)
        #expect(transport.requests.count == 1)
        #expect(try await TestClient.with(Shelf(rows: []).transport()).pages(of: ListRows()).first() == nil)
    }

    @Test func answersAPageWithEverythingAroundIt() async throws {
        let rows = TestClient.with(Shelf().transport()).pages(of: ListRows())
        let response = try await rows.response(toPage: 3)
        #expect(response.status == .ok)
        #expect(response.requestID == "req-1")
        #expect(response.output.list.first?["id"] == 41)
        let offset = TestClient.with(Shelf(rule: .rowOffset).transport()).pages(of: ListRows())
        #expect(await apiError { try await offset.response(toPage: 3) }?.kind == .pagination)
    }
}
