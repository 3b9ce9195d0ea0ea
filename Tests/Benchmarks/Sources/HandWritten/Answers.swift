// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import Foundation

// The answers of the API as one would write them by hand: structs with synthesized Codable and Hashable.

public struct RunID: Codable, Hashable, Sendable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

public struct WorkerID: Codable, Hashable, Sendable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

public enum RunStatus: String, Codable, Hashable, Sendable {
    case ready, running, succeeded, failed, aborting, aborted
}

public enum RunStatusFilter: String, Codable, Hashable, Sendable {
    case ready, running, succeeded, failed, aborting
}

public enum RunOrigin: String, Codable, Hashable, Sendable {
    case openapi, api, web
    case apiV2 = "api_v2"
}

public enum V1RunStatus: Int, Codable, Hashable, Sendable {
    case ready = 1
    case running, succeeded, failed, aborted
}

public struct Envelope<Payload: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var code: Int
    public var message: String
    public var requestID: String?
    public var data: Payload

    enum CodingKeys: String, CodingKey {
        case code, message, data
        case requestID = "request_id"
    }
}

public struct Run: Codable, Hashable, Sendable {
    public var id: RunID
    public var workerID: WorkerID
    public var workerTitle: String
    public var version: String
    public var status: RunStatus
    public var resultCount: Int
    public var usage: String
    public var traffic: Int64
    public var origin: RunOrigin
    public var startedAt: Int64
    public var finishedAt: Int64
    public var duration: Int64
    public var errorMessage: String?

    enum CodingKeys: String, CodingKey {
        case version, status, usage, traffic, origin, duration
        case id = "slug"
        case workerID = "scraper_slug"
        case workerTitle = "scraper_title"
        case resultCount = "results"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case errorMessage = "err_msg"
    }
}

public struct RunPage: Codable, Hashable, Sendable {
    public var count: Int
    public var runs: [Run]
    public var pageIndex: Int?
    public var pageSize: Int?

    enum CodingKeys: String, CodingKey {
        case count
        case runs = "list"
        case pageIndex = "page_index"
        case pageSize = "page_size"
    }
}

public struct ResultHeader: Codable, Hashable, Sendable {
    public var key: String
    public var label: String
    public var format: String?
}

public struct ResultPage: Codable, Hashable, Sendable {
    public var count: Int
    public var headers: [ResultHeader]
    public var rows: [[String: Value]]
    public var pageIndex: Int?
    public var pageSize: Int?

    enum CodingKeys: String, CodingKey {
        case count, headers
        case rows = "list"
        case pageIndex = "page_index"
        case pageSize = "page_size"
    }
}

public struct V1RunDetailBody: Codable, Hashable, Sendable {
    public var id: RunID

    enum CodingKeys: String, CodingKey {
        case id = "run_slug"
    }
}

public struct V1Run: Codable, Hashable, Sendable {
    public var status: V1RunStatus
    public var errorMessage: String
    public var id: RunID
    public var workerTitle: String
    public var workerID: WorkerID
    public var resultCount: Int
    public var usage: String
    public var startedAt: Int64
    public var finishedAt: Int64
    public var duration: Int64
    public var origin: RunOrigin
    public var traffic: Int64
    public var version: String

    enum CodingKeys: String, CodingKey {
        case status, usage, duration, origin, traffic, version
        case errorMessage = "err_msg"
        case id = "slug"
        case workerTitle = "scraper_title"
        case workerID = "scraper_slug"
        case resultCount = "results"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
    }
}
