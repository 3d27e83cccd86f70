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
            // Only years that `CalendarDay` has get here, so January 1 is always there.
            let newYear = CalendarDay(year: year, month: 1, day: 1)?.daysSince1970 ?? 0
            let days: Int
            switch day {
            case .ordinal(let count):
                days = newYear + count
            case .julian(let count):
                let isAfterLeapDay = CalendarDay.length(ofMonth: 2, year: year) == 29 && count >= 60
                days = newYear + count - 1 + (isAfterLeapDay ? 1 : 0)
            case .weekday(let month, let week, let weekday):
                let first = CalendarDay(year: year, month: month, day: 1)?.daysSince1970 ?? newYear
                // 1970-01-01 was a Thursday, number 4 counted from Sunday.
                let firstWeekday = ((first + 4) % 7 + 7) % 7
                var offset = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
                if offset >= CalendarDay.length(ofMonth: month, year: year) { offset -= 7 }
                days = first + offset
            }
            return days * 86_400 + time
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
        let (start, end) = changes(in: year(of: second), summer)
        // South of the equator summer time spans the new year, and ends before it starts.
        let isSummer = start < end ? second >= start && second < end : second >= start || second < end
        return isSummer ? summer.offset : standard
    }

    /// The second of a wall-clock time, itself given as seconds since 1970 as if it were UTC.
    func second(ofLocal local: Int) -> Int {
        guard let summer else { return local - standard }
        let ahead = max(standard, summer.offset)
        let behind = min(standard, summer.offset)
        // The larger offset first: it gives the earlier of two moments.
        if offset(at: local - ahead) == ahead { return local - ahead }
        if offset(at: local - behind) == behind { return local - behind }
        // Skipped when the clock went forward: the moment at which it did.
        let (start, end) = changes(in: year(of: local), summer)
        let skipped = (local - ahead)...(local - behind)
        return skipped.contains(start) ? start : skipped.contains(end) ? end : local - behind
    }

    private func changes(in year: Int, _ summer: Summer) -> (start: Int, end: Int) {
        (summer.start.local(in: year) - standard, summer.end.local(in: year) - summer.offset)
    }

    private func year(of second: Int) -> Int {
        let local = second + standard
        return CalendarDay(daysSince1970: (local >= 0 ? local : local - 86_399) / 86_400).year
    }
}
