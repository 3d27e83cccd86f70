/// For which days and hours a restaurant takes Notify requests of one of its services, as Resy states it beside the tables of
/// a day.
package struct NotifyHours: Sendable, Equatable {
    package let service: Int
    package let first: CalendarDay
    package let last: CalendarDay
    /// Minutes after midnight of such an evening's day; both ends can be asked for.
    package let opens: Int
    package let closes: Int
    /// Times can be asked for in steps of so many minutes, counted from `opens`.
    package let step: Int

    /// Where nothing else is said.
    private static let usualStep = 30
    private static let dayLength = 1440

    /// `from` and `until`: the first and the last moment that can be asked for, by the restaurant's clock. On one evening they are
    /// its hours; over several days they are the days, and the hours of each.
    package init?(
        service: Int, from: (day: CalendarDay, time: TimeOfDay), until: (day: CalendarDay, time: TimeOfDay), step: Int?
    ) {
        let opens = from.time.minutesAfterMidnight
        // Small hours end the evening before.
        let end = Evening.day(of: until.day, until.time)
        let last = end < from.day && until.day == from.day ? from.day : end
        guard last >= from.day else { return nil }
        (self.service, first, self.last) = (service, from.day, last)
        let closes = Evening.minutes(of: until.time)
        if opens < closes {
            (self.opens, self.closes) = (opens, closes)
        } else if from.day < last {
            (self.opens, self.closes) = (0, Self.dayLength - 1)
        } else {
            return nil
        }
        self.step = step.flatMap { (1...720).contains($0) ? $0 : nil } ?? Self.usualStep
    }

    package func takes(_ day: CalendarDay) -> Bool { (first...last).contains(day) }

    package var earliest: TimeOfDay { TimeOfDay(minutesAfterMidnight: opens) }
    package var latest: TimeOfDay { TimeOfDay(minutesAfterMidnight: closes) }

    /// What of the wanted minutes lies in these hours, widened to whole steps so that nothing wanted is missed; nil where
    /// nothing does. An end that is not wanted is these hours' own.
    func window(from: Int?, until: Int?) -> NotifyWindow? {
        let (from, until) = (from ?? opens, until ?? closes)
        guard from <= closes, until >= opens, from <= until else { return nil }
        // Two services that meet at one minute do not both serve what is wanted from there on.
        if from < until, from == closes || until == opens { return nil }
        var start = opens + (max(from, opens) - opens) / step * step
        var end = min(closes, opens + (min(until, closes) - opens + step - 1) / step * step)
        if start == end {
            if end + step <= closes { end += step } else { start = max(opens, start - step) }
        }
        return start < end ? NotifyWindow(service: service, opens: start, closes: end) : nil
    }
}

extension [NotifyHours] {
    /// Why nothing can be asked for.
    package enum Obstacle: Error, Sendable, Equatable {
        /// The restaurant takes none.
        case none
        case otherDays(first: CalendarDay, last: CalendarDay)
        /// Its hours that day, by service.
        case otherTimes([NotifyWindow])
    }

    package func takes(_ day: CalendarDay) -> Bool { contains { $0.takes(day) } }

    /// The wanted hours laid over the services of that day, one window for each that they touch.
    package func windows(on day: CalendarDay, from: Int?, until: Int?) throws(Obstacle) -> [NotifyWindow] {
        guard let first = map(\.first).min(), let last = map(\.last).max() else { throw .none }
        let open = filter { $0.takes(day) }
        guard !open.isEmpty else { throw .otherDays(first: first, last: last) }
        var windows: [NotifyWindow] = []
        for hours in open {
            guard let window = hours.window(from: from, until: until), !windows.contains(window) else { continue }
            windows.append(window)
        }
        guard !windows.isEmpty else {
            throw .otherTimes(open.map { NotifyWindow(service: $0.service, opens: $0.opens, closes: $0.closes) })
        }
        return windows.sorted { ($0.opens, $0.service) < ($1.opens, $1.service) }
    }
}
