/// Some days of several weeks in as few parts as tell them: the weekdays that are among them week after week, and the rest.
package struct DayPattern: Sendable, Equatable {
    /// Every such day of those weeks is meant.
    package var weekdays: [Weekday] = []
    package var runs: [DayRun]

    /// - Parameter all: of the weeks that are spoken of, these days among them.
    package init(_ days: [CalendarDay], among all: [CalendarDay]) {
        runs = days.runs
        let wanted = Set(days)
        let repeated = Weekday.allCases.filter { weekday in
            let such = all.filter { $0.weekday == weekday }
            return such.count > 1 && such.allSatisfy(wanted.contains)
        }
        let rest = days.filter { !repeated.contains($0.weekday) }.runs
        func parts(_ runs: [DayRun]) -> Int { runs.reduce(0) { $0 + $1.namedDays } }
        if repeated.count + parts(rest) < parts(runs) { (weekdays, runs) = (repeated, rest) }
    }
}
