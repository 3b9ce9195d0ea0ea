/// The JSON that the benchmarks read and write.
public enum Inputs {
    /// A response of `listWorkerRuns`: a page of runs, 27 kB for 100 of them.
    public static func runPage(_ count: Int) -> [UInt8] {
        let runs = (0..<count).map { index in
            """
            {"slug":"01KKDXV2G26BT7NH4ZQR2R\(1000 + index)","scraper_slug":"01KPD6M5YQADCQKGVKPDZVYC63",\
            "scraper_title":"Google Maps Scraper","version":"v1.2.\(index % 10)","status":"\(["succeeded", "running", "failed"][index % 3])",\
            "results":\(index * 37),"usage":"\(index).0\(217 + index)","traffic":\(23108 + index * 977),"origin":"api_v2",\
            "started_at":\(1_782_091_200 + index * 60),"finished_at":\(index % 3 == 1 ? 0 : 1_782_091_210 + index * 60),\
            "duration":\(index * 11)\(index % 3 == 2 ? ",\"err_msg\":\"Navigation timeout of 30000 ms exceeded\"" : "")}
            """
        }
        let answer = """
            {"code":0,"data":{"count":\(count),"list":[\(runs.joined(separator: ","))]},"message":"success","request_id":"req-123"}
            """
        return Array(answer.utf8)
    }

    /// Free-form rows of 15 fields.
    public static func rows(_ count: Int) -> [UInt8] {
        let rows = (0..<count).map { index in
            """
            {"title":"Coffee House Number \(index)","rating":4.\(index % 10),"reviews":\(index * 13),\
            "address":"\(index) Long Street, Springfield, Some County, 1234\(index % 10)","phone":"+1 555 0100-\(index)",\
            "website":"https://example.com/places/\(index)/index.html","latitude":52.\(520_000 + index),"longitude":13.\(404_000 + index),\
            "open":\(index % 2 == 0),"category":"cafe","place_id":"ChIJN1t_tDeuEmsRUsoyG83frY\(index)","price":null,\
            "tags":["coffee","wifi","garden seats"],"hours":{"mon":"8-18","tue":"8-18","wed":"8-18","sat":"10-16"},"rank":\(index)}
            """
        }
        return Array("[\(rows.joined(separator: ","))]".utf8)
    }
}
