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

    /// The next page, or nil after the last.
    func next() async throws -> Page<O>? {
        guard !isFinished else { return nil }
        do {
            if number > 1 { readAhead() }
            var page = try await load()
            page.items = try verifier.accept(page)
            number += 1
            if verifier.isComplete {
                finish()
            } else if readsAhead {
                readAhead()
            }
            return page
        } catch {
            finish()
            throw Task.isCancelled ? CancellationError() : error
        }
    }

    /// Starts reading the pages after the present one, as many as the window allows.
    func readAhead() {
        readsAhead = true
        guard !isFinished, !isChanging else { return }
        while ahead.count < window {
            let (next, overflow) = number.addingReportingOverflow(ahead.count)
            guard !overflow, next <= lastPage else { return }
            ahead.append(Task { [source] in try await source.page(next) })
        }
    }

    /// Without a total nobody knows whether there are more pages; the window opens with every page that was not the last.
    private var window: Int {
        verifier.total == nil ? min(source.window, number - 1) : source.window
    }

    private var lastPage: Int {
        guard let total = verifier.total, source.size > 0 else { return .max }
        return total / source.size + (total % source.size > 0 ? 1 : 0)
    }

    private func load() async throws -> Page<O> {
        guard !ahead.isEmpty else {
            let page = try await source.page(number)
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
            return try await source.page(number)
        }
        return page
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
