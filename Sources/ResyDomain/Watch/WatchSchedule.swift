/// When a watch looks: often where its evening is near, seldom where it is far, and never more often than every ten minutes.
package enum WatchSchedule {
    /// In seconds.
    package static let shortest = 600.0
    /// Of a pause, what chance adds to it.
    private static let scatter = 0.2
    /// Requests of a day that are spent as they come; those after them are spread over the rest of the day.
    private static let reserve = 60

    /// Which evening it is at the restaurant: it ends after midnight.
    package static func evening(at venue: Venue, _ now: Instant) -> CalendarDay {
        guard let local = venue.zone?.local(now) else { return venue.today(now) }
        return Evening.day(of: local.day, local.time)
    }

    /// Its days are over, or it is not to look any more.
    package static func isOver(_ watch: Watch, now: Instant) -> Bool {
        let today = evening(at: watch.venue, now)
        return today > watch.until || !watch.days.contains { $0 >= today }
    }

    /// Evenings that are still to come.
    package static func daysLeft(_ watch: Watch, now: Instant) -> [CalendarDay] {
        let today = evening(at: watch.venue, now)
        return watch.days.filter { $0 >= today }
    }

    /// Those that are due, who waits longest first.
    package static func due(_ watches: [Watch], now: Instant) -> [Watch] {
        watches.filter { $0.nextLook <= now && !isOver($0, now: now) }
            .sorted { ($0.nextLook, $0.id) < ($1.nextLook, $1.id) }
    }

    /// The next look after one that was made now.
    ///
    /// - Parameters:
    ///   - isWhole: all its open days were looked at; else the rest is due as soon as may be.
    ///   - share: what is left of the day's requests for this watch.
    ///   - chance: from 0 to 1.
    package static func next(
        after now: Instant, for watch: Watch, isWhole: Bool, share: TickCount.Share, chance: Double
    ) -> Instant {
        let today = evening(at: watch.venue, now)
        let ahead = daysLeft(watch, now: now).first.map { $0.daysSince1970 - today.daysSince1970 } ?? 0
        let pause = max(isWhole ? Self.pause(daysAhead: ahead) : shortest, share.pause(reserve: reserve))
        return now.adding(pause * (1 + scatter * min(max(chance, 0), 1)))
    }

    /// In seconds.
    package static func pause(daysAhead: Int) -> Double {
        switch daysAhead {
        case ...1: shortest
        case 2...3: 900
        case 4...7: 1800
        case 8...14: 3600
        default: 7200
        }
    }
}
