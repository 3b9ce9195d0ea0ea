/// How a service counts pages.
public enum PageNumbering: Sendable, Hashable {
    /// By page: 1, 2, 3 and so on.
    case page
    /// By the rows before the page: 0, the size, twice the size and so on.
    case rowOffset

    /// The parameter for a page, or nil for the first, which is right under every rule; throws where it does not fit.
    func parameter(forPage number: Int, size: Int) throws(ParameterError) -> Int? {
        guard number >= 1 else { throw ParameterError("Page \(number) does not exist; the first is 1") }
        guard number > 1 else { return nil }
        guard self == .rowOffset else { return number }
        let (rows, overflow) = (number - 1).multipliedReportingOverflow(by: size)
        guard !overflow else { throw ParameterError("Page \(number) of \(size) rows is beyond what can be counted") }
        return rows
    }
}
