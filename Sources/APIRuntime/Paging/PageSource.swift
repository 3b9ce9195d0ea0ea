/// Asks for single pages of a list.
struct PageSource<O: PaginatedOperation>: Sendable {
    let operation: O
    let size: Int
    let numbering: PageNumbering
    let window: Int
    private let send: @Sendable (O) async throws -> APIResponse<O.Output>

    init(client: some APIClient, operation: O) {
        self.operation = operation
        size = O.pagination.size(operation) ?? O.pagination.defaultSize
        numbering = client.configuration.pageNumbering
        window = max(0, client.configuration.readAheadPages)
        send = { operation in try await client.response(to: operation) }
    }

    /// A page by its number, or the one that begins after so many rows.
    func page(_ number: Int, rowOffset: Int? = nil) async throws -> Page<O> {
        page(number, of: try await response(toPage: number, rowOffset: rowOffset).output)
    }

    func page(_ number: Int, of output: O.Output) -> Page<O> {
        Page(number: number, output: output, items: O.pagination.items(output))
    }

    func response(toPage number: Int, rowOffset: Int? = nil) async throws -> APIResponse<O.Output> {
        var operation = operation
        do throws(ParameterError) {
            guard size > 0 else { throw ParameterError("The page size is \(size). It must be at least 1.") }
            let parameter = if let rowOffset { rowOffset } else { try numbering.parameter(forPage: number, size: size) }
            O.pagination.setPage(&operation, parameter)
        } catch {
            throw APIError(kind: .invalidArgument, operation: O.descriptor.id, message: error.message)
        }
        return try await send(operation)
    }
}
