/// When a task runs by itself. The service does not say in which zone; here it is UTC.
struct TaskSchedule: Sendable, Equatable {
    enum Kind: Int64, Sendable {
        case daily = 1
        case weekly, monthly, once
    }

    private var isEnabled = false
    private var kind: Kind?
    /// `HH:mm`.
    private var time: String?
    /// 1 for Monday to 7 for Sunday.
    private var weekday: Int64?
    private var dayOfMonth: Int64?
    /// `YYYY-MM-DD`.
    private var onceDate: String?

    init() {}

    /// What a request body says, and the rest as it was.
    init(_ body: JSON, changing previous: TaskSchedule = TaskSchedule()) {
        self = previous
        if let flag = body["schedule_enabled"]?.integer { isEnabled = flag == 1 }
        kind = body["schedule_type"]?.integer.flatMap(Kind.init) ?? kind
        time = body["schedule_time"]?.string ?? time
        weekday = body["schedule_weekday"]?.integer ?? weekday
        dayOfMonth = body["schedule_day"]?.integer ?? dayOfMonth
        onceDate = body["schedule_once_date"]?.string ?? onceDate
    }

    /// What is wrong or missing, in the service's words; empty when nothing is.
    var problems: [String] {
        var problems: [String] = []
        if time != nil, secondOfDay == nil { problems.append("schedule_time must be HH:mm") }
        if let onceDate, CalendarDay(onceDate) == nil { problems.append("schedule_once_date must be YYYY-MM-DD") }
        guard isEnabled else { return problems }
        if kind == nil { problems.append("schedule_type is required") }
        if time == nil { problems.append("schedule_time is required") }
        if kind == .weekly, weekday == nil { problems.append("schedule_weekday is required") }
        if kind == .monthly, dayOfMonth == nil { problems.append("schedule_day is required") }
        if kind == .once, onceDate == nil { problems.append("schedule_once_date is required") }
        return problems
    }

    /// The members of a task that tell its schedule; the type is 0 when it is off.
    var members: [(String, JSON?)] {
        let kind = isEnabled ? self.kind : nil
        return [
            ("schedule_enabled", .integer(isEnabled ? 1 : 0)),
            ("schedule_type", .integer(kind?.rawValue ?? 0)),
            ("schedule_time", kind == nil ? nil : time.map(JSON.string)),
            ("schedule_weekday", kind == .weekly ? weekday.map(JSON.integer) : nil),
            ("schedule_day", kind == .monthly ? dayOfMonth.map(JSON.integer) : nil),
            ("schedule_once_date", kind == .once ? onceDate.map(JSON.string) : nil),
        ]
    }

    /// The next moment at which the task runs, Unix seconds; a month without the day is skipped.
    func next(after now: Int64) -> Int64? {
        guard isEnabled, let kind, let secondOfDay else { return nil }
        let today = CalendarDay(of: now)
        // The longest gap is that from one 31st to another over a short month.
        let days = kind == .once ? onceDate.flatMap { CalendarDay($0) }.map { [$0] } ?? [] : (0...62).map(today.advanced)
        return days.first { day in day.number * 86400 + secondOfDay > now && falls(on: day, kind) }
            .map { $0.number * 86400 + secondOfDay }
    }

    private func falls(on day: CalendarDay, _ kind: Kind) -> Bool {
        switch kind {
        case .daily, .once: true
        case .weekly: day.weekday == weekday
        case .monthly: day.dayOfMonth == dayOfMonth
        }
    }

    private var secondOfDay: Int64? {
        let parts = (time ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int64(parts[0]), let minute = Int64(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 3600 + minute * 60
    }
}
