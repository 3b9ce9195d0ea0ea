/// The runs that every simulator starts with, the same ones under the same names each time.
///
/// Their times lie around the first moment of the simulator's clock. Besides the named ones there are ``otherCount`` plain runs,
/// one each hour before it, so that run lists have several pages.
///
/// ```swift
/// let run = try await coreclaw.runs.get(RunID(SeededRuns.finished))
/// ```
public enum SeededRuns {
    /// A run of ``SeededWorkers/maps`` that succeeded ten minutes ago with 250 rows: text with emoji and quotes, numbers (some
    /// above 2^53), nested values, nulls, and the hidden `__coreclaw_data_id__`.
    public static let finished = "01KKDXV2G26BT7NH4ZQR2R4NPZ"

    /// A run of ``SeededWorkers/news`` that is `ready` at the clock's first moment, `running` after 5 seconds and `succeeded`
    /// with 40 rows after 35.
    public static let moving = "01KSFDS8XWTJME33C08XMCR6B9"

    /// A run of ``SeededWorkers/maps`` that failed twenty minutes ago with an error message and no rows.
    public static let failed = "01KZAZ2B7T3Q0R8C784NCRWC03"

    /// A run of ``SeededWorkers/demo`` that succeeded, yet whose two rows only report errors.
    public static let errorRows = "01KZAZ2B7T3Q0R8C784NCRWC04"

    /// A run of ``SeededWorkers/demo`` whose abort was asked for and which stays `aborting`.
    public static let aborting = "01KZAZ2B7T3Q0R8C784NCRWC05"

    /// How many plain runs there are besides the named ones.
    public static let otherCount = 60

    /// The identifier of a plain run, 0 for the newest; every seventh of them, from the fourth on, failed.
    public static func other(_ index: Int) -> String {
        let digits = String(index)
        return "01KZ" + String(repeating: "0", count: max(0, 22 - digits.count)) + digits
    }
}
