/// Days that follow each other, by their ends.
package struct DayRun: Sendable, Equatable {
    package var first: CalendarDay
    package var last: CalendarDay

    package init(_ first: CalendarDay, _ last: CalendarDay) { (self.first, self.last) = (first, last) }

    /// So many are named to tell it.
    var namedDays: Int { first == last ? 1 : 2 }
}

extension [CalendarDay] {
    /// Ascending, each day once.
    package var runs: [DayRun] {
        var runs: [DayRun] = []
        for day in Set(self).sorted() {
            if let last = runs.indices.last, runs[last].last.adding(days: 1) == day {
                runs[last].last = day
            } else {
                runs.append(DayRun(day, day))
            }
        }
        return runs
    }
}
