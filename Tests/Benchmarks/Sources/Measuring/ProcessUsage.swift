import Foundation

/// What this process has used.
package enum ProcessUsage {
    /// CPU time of all threads, in seconds.
    package static var processorTime: Double {
        let usage = usage
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The highest resident memory so far.
    package static var peakMebibytes: Double {
        #if canImport(Darwin)
        Double(usage.ru_maxrss) / 1_048_576
        #else
        Double(usage.ru_maxrss) / 1024
        #endif
    }

    /// The resident memory now; macOS tells only the highest so far.
    package static var residentMebibytes: Double {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = statm.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return peakMebibytes }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }

    /// The number of open files and sockets.
    package static var openDescriptors: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count) ?? 0
    }

    private static var usage: rusage {
        var usage = rusage()
        #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
        #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #endif
        return usage
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
