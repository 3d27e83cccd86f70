/// A POSIX rule for a zone's clock, such as `EST5EDT,M3.2.0,M11.1.0`: what a TZif file ends with.
struct ZoneRule: Sendable, Hashable {
    /// When the clock changes, in each year.
    struct Change: Sendable, Hashable {
        enum Day: Sendable, Hashable {
            /// The `week`th of that weekday in the month, 5 meaning the last; Sunday is 0.
            case weekday(month: Int, week: Int, weekday: Int)
            /// The day of the year from 1, with no number for February 29.
            case julian(Int)
            /// The day of the year from 0, February 29 counted.
            case ordinal(Int)
        }

        let day: Day
        /// Seconds after local midnight, by the clock before the change; below 0 and above a day are allowed.
        let time: Int

        /// Seconds since 1970, as if the local clock before the change were UTC.
        func local(in year: Int) -> Int {
            let days: Int
            switch day {
            case .ordinal(let count):
                days = Self.first(ofMonth: 1, year) + count
            case .julian(let count):
                let isAfterLeapDay = CalendarDay.length(ofMonth: 2, year: year) == 29 && count >= 60
                days = Self.first(ofMonth: 1, year) + count - 1 + (isAfterLeapDay ? 1 : 0)
            case .weekday(let month, let week, let weekday):
                let first = Self.first(ofMonth: month, year)
                // 1970-01-01 was a Thursday, number 4 counted from Sunday.
                let firstWeekday = ((first + 4) % 7 + 7) % 7
                var offset = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
                if offset >= CalendarDay.length(ofMonth: month, year: year) { offset -= 7 }
                days = first + offset
            }
            return days * 86_400 + time
        }

        /// In days since 1970. Only years that `CalendarDay` has get here, so that it is always there.
        private static func first(ofMonth month: Int, _ year: Int) -> Int {
            CalendarDay(year: year, month: month, day: 1)?.daysSince1970 ?? 0
        }
    }

    struct Summer: Sendable, Hashable {
        /// Seconds east of UTC; less than the standard offset in Dublin, whose law names winter the exception.
        let offset: Int
        let start: Change
        let end: Change
    }

    /// Seconds east of UTC outside summer time.
    let standard: Int
    let summer: Summer?

    /// The offset at that second since 1970.
    func offset(at second: Int) -> Int {
        guard let summer else { return standard }
        return changes(in: year(of: second), summer).isSummer(at: second) ? summer.offset : standard
    }

    /// The second of a wall-clock time, itself given as seconds since 1970 as if it were UTC.
    func second(ofLocal local: Int) -> Int {
        guard let summer else { return local - standard }
        let ahead = max(standard, summer.offset)
        let behind = min(standard, summer.offset)
        var changes = changes(in: year(of: local - ahead), summer)
        func offset(at second: Int) -> Int {
            let year = year(of: second)
            // But for the hour around a new year it is the same one.
            if year != changes.year { changes = self.changes(in: year, summer) }
            return changes.isSummer(at: second) ? summer.offset : standard
        }
        // The larger offset first: it gives the earlier of two moments.
        if offset(at: local - ahead) == ahead { return local - ahead }
        if offset(at: local - behind) == behind { return local - behind }
        // Skipped when the clock went forward: the moment at which it did.
        changes = self.changes(in: year(of: local), summer)
        let skipped = (local - ahead)...(local - behind)
        return skipped.contains(changes.start)
            ? changes.start : skipped.contains(changes.end) ? changes.end : local - behind
    }

    /// When the clock changes in one year, in seconds since 1970.
    private struct Changes {
        let year: Int
        let start: Int
        let end: Int

        /// South of the equator summer time spans the new year, and ends before it starts.
        func isSummer(at second: Int) -> Bool {
            start < end ? second >= start && second < end : second >= start || second < end
        }
    }

    private func changes(in year: Int, _ summer: Summer) -> Changes {
        Changes(
            year: year, start: summer.start.local(in: year) - standard, end: summer.end.local(in: year) - summer.offset)
    }

    private func year(of second: Int) -> Int {
        let local = second + standard
        return CalendarDay(daysSince1970: (local >= 0 ? local : local - 86_399) / 86_400).year
    }
}
