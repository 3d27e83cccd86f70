internal import ResyDomain

/// Days that stand together.
extension Voice {
    /// `Wed Dec 2 to Sun Dec 6`, `Fri Jan 1, 2027`, `Sat Jan 2`: one text for each run, the year where it is another one than
    /// that of the day before. `today`: nil where no year is told.
    func parts(_ runs: [DayRun], from today: CalendarDay?) -> [String] {
        var told = today
        func spoken(_ day: CalendarDay) -> String {
            defer { if told != nil { told = day } }
            return day.spoken(from: told)
        }
        return runs.flatMap { run -> [String] in
            let first = spoken(run.first)
            if run.first == run.last { return [first] }
            let last = spoken(run.last)
            return run.first.adding(days: 1) == run.last ? [first, last] : ["\(first) to \(last)"]
        }
    }

    /// `Mondays`, `Tuesdays`, `Sat Dec 26`
    func parts(_ pattern: DayPattern, from today: CalendarDay?) -> [String] {
        pattern.weekdays.map { "\($0.name)s" } + parts(pattern.runs, from: today)
    }

    /// `Wed Dec 2 to Sun Dec 6, Tue Dec 8`
    func days(_ days: [CalendarDay], from today: CalendarDay? = nil) -> String {
        parts(days.runs, from: today).joined(separator: ", ")
    }

    /// Each by itself, under one another.
    func lines(_ days: [CalendarDay], from today: CalendarDay?) -> [String] {
        parts(days.map { DayRun($0, $0) }, from: today)
    }
}
