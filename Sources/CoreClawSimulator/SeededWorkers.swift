/// The Workers that every simulator starts with, by slug.
///
/// A run with the custom fields `keywords` (or `keyword`) and `max_results` has that many rows for each keyword, at most 1000;
/// four for each when `max_results` is left out. Besides the named Workers there are ``otherCount`` more in the store, so that its
/// list has several pages.
///
/// ```swift
/// let worker = WorkerID(SeededWorkers.maps)
/// let started = try await coreclaw.workers.run(worker, input: .custom(["keywords": ["coffee", "tea"], "max_results": 5]))
/// // A run with ten rows.
/// ```
public enum SeededWorkers {
    /// The Worker `coreclaw~google-maps-scraper`, with successful and failed runs; it needs `keywords`, `place_ids` or `url`.
    public static let maps = "01KPD6M5YQADCQKGVKPDZVYC63"

    /// The Worker `owner~demo-worker`, whose slug is a word and whose input schema is a JSON Schema; it needs `keyword`.
    ///
    /// The keyword `forbidden` leads to rows that only report errors, `broken` to a run that fails.
    public static let demo = "demo-worker"

    /// The Worker `coreclaw~news-collection`, whose newest run is ``SeededRuns/moving``.
    public static let news = "01KPD6M5YVHWCNQCRK32BD02TP"

    /// The Worker `coreclaw~instagram-profile-scraper`, with a row for each address in `profile_url`, which it needs.
    public static let profiles = "01KPD6M5YVHWCNQCRK3YQN5WQD"

    /// The Worker `owner~idle-worker`, which has never run.
    public static let withoutRuns = "01KPD6M5YVHWCNQCRK32BD02TQ"

    /// How many Workers the store has besides the named ones.
    public static let otherCount = 24

    /// The slug of one of the other Workers in the store.
    public static func other(_ index: Int) -> String {
        let digits = String(index)
        return "01KP" + String(repeating: "0", count: max(0, 22 - digits.count)) + digits
    }
}
