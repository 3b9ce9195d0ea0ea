/// One reading of a list: hands on page after page, and reads ahead of the consumer once that is asked for.
final class PageReading<O: PaginatedOperation> {
    private let source: PageSource<O>
    private var verifier: PageVerifier<O>
    private var ahead: [Task<Page<O>, any Error>] = []
    private var number = 1
    private var isFinished = false
    private var readsAhead = false
    /// Whether the total changes from page to page, so that whatever is read ahead would be thrown away.
    private var isChanging = false

    init(_ source: PageSource<O>) {
        self.source = source
        verifier = PageVerifier(size: source.size, numbering: source.numbering)
    }

    deinit {
        cancelAhead()
    }

    /// The next page with rows, or nil after the last.
    func next() async throws -> Page<O>? {
        guard !isFinished else { return nil }
        do {
            if number > 1 { readAhead() }
            var page = try await load()
            page.items = try verifier.accept(page)
            number += 1
            if verifier.isComplete {
                finish()
            } else if verifier.rowOffset != nil {
                // What was asked for ahead begins at other rows than those that follow.
                cancelAhead()
            } else if readsAhead {
                readAhead()
            }
            // The empty page behind the last one only shows that the list has ended.
            return page.items.isEmpty && page.number > 1 && isFinished ? nil : page
        } catch {
            finish()
            throw Task.isCancelled ? CancellationError() : error
        }
    }

    /// Starts reading the pages after the present one, as many as the window allows.
    func readAhead() {
        readsAhead = true
        guard !isFinished, !isChanging, verifier.rowOffset == nil else { return }
        while ahead.count < window {
            let (next, overflow) = number.addingReportingOverflow(ahead.count)
            guard !overflow, next <= lastPage else { return }
            ahead.append(Task { [source] in try await source.page(next) })
        }
    }

    /// Without a total nobody knows whether there are more pages. The window opens with every full page, and closes with a short one,
    /// which is probably the last.
    private var window: Int {
        guard verifier.total == nil else { return source.window }
        return min(source.window, verifier.isShort ? 1 : number - 1)
    }

    /// The page behind the last one, which shows that no more have come.
    private var lastPage: Int {
        guard let total = verifier.total, verifier.pageSize > 0 else { return .max }
        return total / verifier.pageSize + 1
    }

    private func load() async throws -> Page<O> {
        guard !ahead.isEmpty else {
            let page = try await request()
            if let known = verifier.total { isChanging = O.pagination.total?(page.output) != known }
            return page
        }
        let task = ahead.removeFirst()
        let page = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        if let known = verifier.total, O.pagination.total?(page.output) != known {
            // Pages asked for at once may be answered in any order; while a list changes only one asked for now is sure to follow.
            cancelAhead()
            isChanging = true
            return try await request()
        }
        return page
    }

    private func request() async throws -> Page<O> {
        try await source.page(number, rowOffset: verifier.rowOffset)
    }

    private func finish() {
        isFinished = true
        cancelAhead()
    }

    private func cancelAhead() {
        for task in ahead { task.cancel() }
        ahead = []
    }
}
