internal import ResyDomain
internal import ResyNative

/// Days: which is meant, and why one is not.
extension Voice {
    func text(_ finding: DateFinding) -> String { joined(sentences(finding)) }

    /// What is the matter, then what else to know.
    func sentences(_ finding: DateFinding) -> [String] {
        switch finding {
        case .unreadable(let error):
            var sentences = ["\(Self.problem(error))."]
            if case .several = error.reason { sentences.append("Give one day.") }
            return sentences + ["Today is \(error.today.spoken), \(error.today.year)."]
        }
    }

    func text(_ advice: DateAdvice) -> String {
        switch advice {
        case .insteadOf(let error): Self.understood(insteadOf: error)
        }
    }

    /// What would be understood, in dates to come.
    private static func understood(insteadOf error: DateTextError) -> String {
        switch error.reason {
        case .several(let days):
            days.first.map { "Give one of these days, such as \(named($0))." } ?? examples(error.today)
        case .wrongWeekday(let day, let said):
            "Say which is meant: \(named(day)), or \(named(error.nearest(said, to: day)))."
        case .disagreeing(let day, let other): "Say which is meant: \(named(day)), or \(named(other))."
        case .noLeapDay(let year, let next):
            "Say which is meant: \(year)-02-28 (Feb 28), \(year)-03-01 (Mar 1), or \(named(next))."
        case .wrongOffset: "Give the restaurant's own time, without an offset, such as 2026-12-05T19:00."
        case .smallHours(let day, let time):
            "Name the evening as the date, and \(time.clock) as the time: \(day.adding(days: -1).iso) for the night of "
                + "\(day.adding(days: -1).spoken), \(day.iso) for the night of \(day.spoken)."
        case .reversed(let first, let last): "Give the first day first, such as \(last.iso) to \(first.iso)."
        case .notUnderstood, .noSuchDay, .past: examples(error.today)
        }
    }

    private static func examples(_ today: CalendarDay) -> String {
        let soon = today.adding(days: 5)
        let month = CalendarDay.monthNames[soon.month - 1].prefix(3)
        return "Say today, tomorrow, in 3 days, \(soon.weekday.name), next \(soon.weekday.name), "
            + "\(month) \(soon.day), \(soon.month)/\(soon.day) or \(soon.iso)."
    }

    private static func problem(_ error: DateTextError) -> String {
        guard !error.text.isEmpty || error.reason != .notUnderstood else { return "No date is given" }
        return "The date “\(error.text)” \(fault(error))"
    }

    /// What is the matter with the date that was said.
    private static func fault(_ error: DateTextError) -> String {
        switch error.reason {
        case .notUnderstood: return "is not understood"
        case .past(let day): return "is past: \(day.spoken), \(day.year)"
        case .wrongWeekday(let day, let said):
            return "says \(said.name), but \(month(day.month)) \(day.day), \(day.year) is a \(day.weekday.name)"
        case .disagreeing(let day, let other):
            return "names two days: \(day.spoken), \(day.year), and \(other.spoken), \(other.year)"
        case .several(let days):
            let all = list(days, from: error.today)
            if days.isEmpty { return "is more than one day" }
            let which = days.count == 1 ? ", and only \(all) is left of it" : ": \(all)"
            return "is more than one day\(which)"
        case .noLeapDay(let year, let next):
            return "does not exist in \(year): the next February 29 is \(next.spoken), \(next.year)"
        case .reversed(let first, let last):
            return "ends before it begins: \(first.spoken(from: error.today)) to \(last.spoken(from: error.today))"
        case .wrongOffset(let said, let there):
            let here =
                there.map { "the restaurant's time is then \(offset($0))" } ?? "the restaurant's time is not known"
            return "gives the time at \(offset(said)), but \(here)"
        case .smallHours(let day, let time):
            return
                "is \(time.spoken) in the night from \(day.adding(days: -1).spoken) to \(day.spoken), and a time so early "
                + "belongs to the evening before"
        case .noSuchDay(let year, let month): return noSuchDay(year, month)
        }
    }

    private static func noSuchDay(_ year: Int?, _ month: Int) -> String {
        guard (1...12).contains(month) else {
            return "does not exist: there is no month \(month) (the month comes before the day)"
        }
        // Year 2000 is a leap year: without a year, February may have 29 days.
        let length = CalendarDay.length(ofMonth: month, year: year ?? 2000)
        let most = year == nil && month == 2 ? "at most " : ""
        return "does not exist: \(Self.month(month))\(year.map { " \($0)" } ?? "") has \(most)\(length) days"
    }

    /// All of a few, the ends of many.
    private static func list(_ days: [CalendarDay], from today: CalendarDay) -> String {
        let spoken = days.map { $0.spoken(from: today) }
        guard spoken.count > 4, let first = spoken.first, let last = spoken.last else {
            let first = spoken.dropLast().joined(separator: ", ")
            return (first.isEmpty ? "" : first + " or ") + (spoken.last ?? "")
        }
        return "\(first) to \(last)"
    }

    /// `Saturday Dec 5 (2026-12-05)`.
    private static func named(_ day: CalendarDay) -> String { "\(day.spoken) (\(day.iso))" }

    private static func month(_ month: Int) -> String { CalendarDay.monthNames[month - 1] }

    /// `UTC-05:00`.
    private static func offset(_ seconds: Int) -> String {
        let clock = TimeOfDay(minutesAfterMidnight: abs(seconds) / 60).clock
        return "UTC\(seconds < 0 ? "-" : "+")\(clock)"
    }
}
