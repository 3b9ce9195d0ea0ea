/// The Workers that every simulator starts with, by slug.
public enum SeededWorkers {
    /// The Worker `coreclaw~google-maps-scraper`, with successful and failed runs.
    public static let maps = "01KPD6M5YQADCQKGVKPDZVYC63"

    /// The Worker `owner~demo-worker`, whose slug is a word.
    public static let demo = "demo-worker"

    /// The Worker `coreclaw~news-collection`, whose newest run is ``SeededRuns/moving``.
    public static let news = "01KPD6M5YVHWCNQCRK32BD02TP"

    /// The Worker `owner~idle-worker`, which has never run.
    public static let withoutRuns = "01KPD6M5YVHWCNQCRK32BD02TQ"
}
