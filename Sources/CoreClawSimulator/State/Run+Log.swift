extension Run {
    /// A line of a run's log.
    struct LogLine: Sendable, Equatable {
        enum Level: Int64, Sendable {
            case debug = 1
            case info
            case warn
            case error
        }

        let level: Level
        /// May hold line breaks.
        let content: String
        /// Unix milliseconds.
        let timestamp: Int64
    }

    /// How many of the newest lines an answer holds.
    static let shownLogLines = 100

    /// The newest lines of the log, with a link to all of them.
    func log(at now: Int64, allLines link: String, _ version: APIVersion, _ options: SimulatorOptions) -> JSON {
        let lines = logLines(at: now).suffix(Self.shownLogLines)
        let rule = version == .v2 ? options.logLines : .objects
        return [
            "all_logs_url": .string(link),
            "list": options.list(lines.map { entry($0, rule) }),
            "result_count": .integer(Int64(rowCount(at: now))),
        ]
    }

    /// Everything the run has said so far, oldest first.
    func logLines(at now: Int64) -> [LogLine] {
        let state = timeline.state(at: now)
        var lines = [line(.info, "SYSTEM: Preparing the execution environment.", at: timeline.createdAt, plus: 351)]
        if state.startedAt > 0 {
            lines.append(line(.info, "SYSTEM: Running...", at: state.startedAt))
            lines.append(line(.debug, "Version \(version)\nInput \(input.text)", at: state.startedAt, plus: 12))
            lines += progressLines(until: state.startedAt + state.duration, from: state.startedAt)
        }
        let end = state.finishedAt > 0 ? state.finishedAt : now
        switch state.status {
        case .ready, .running: break
        case .succeeded: lines.append(line(.info, Self.ending(succeeded: 1, failed: 0), at: end, plus: 498))
        case .failed:
            lines.append(line(.error, "\(errorMessage)\n    at run (main.js:42:7)", at: end, plus: 100))
            lines.append(line(.info, Self.ending(succeeded: 0, failed: 1), at: end, plus: 498))
        case .aborting, .aborted:
            lines.append(line(.warn, "SYSTEM: The run was aborted on request.", at: timeline.stoppedAt ?? end))
        }
        return lines
    }

    private func progressLines(until now: Int64, from start: Int64) -> [LogLine] {
        // One for each twenty seconds; runs of a day do not need more than a page of them.
        let step = max(20, (now - start) / 200)
        return stride(from: start + step, through: max(now, start), by: Int(step)).map { time in
            line(.info, "Collected \(rowCount(at: time)) of \(rows.count) rows ☕️", at: time)
        }
    }

    private static func ending(succeeded: Int, failed: Int) -> String {
        "All subtasks have completed execution! Total 1 subtasks: \(succeeded) succeeded, \(failed) failed."
    }

    private func line(_ level: LogLine.Level, _ content: String, at time: Int64, plus milliseconds: Int64 = 0) -> LogLine {
        LogLine(level: level, content: content, timestamp: time * 1000 + milliseconds)
    }

    private func entry(_ line: LogLine, _ rule: LogLineRule) -> JSON {
        guard rule != .strings else { return .string(line.content) }
        return [
            "type": rule == .objectsWithWords ? .string("\(line.level)") : .integer(line.level.rawValue),
            "group": .string(String(number / 100)),
            "content": .string(line.content),
            "timestamp": .integer(line.timestamp),
        ]
    }
}
