extension ReleaseFact {
    /// What each source says of that day, side by side.
    ///
    /// - Parameters:
    ///   - words: what the restaurant wants its guests to know.
    ///   - leadDays: as Resy's `/2/config` has them.
    ///   - lastDay: that tables are shown of.
    ///   - party: that asks.
    package static func stated(
        for day: CalendarDay, of venue: Venue, party: Int = 2, words: String?, leadDays: Int?, lastDay: CalendarDay?,
        now: Instant
    ) -> [ReleaseFact] {
        let today = venue.today(now)
        let rule = words.flatMap { ReleaseRule($0, for: party, in: venue.zone, now: now) }
        func fact(_ daysAhead: Int, _ time: TimeOfDay?, _ source: Source) -> ReleaseFact {
            // On the restaurant's own clock, whichever offset that has on the day of the release.
            let opensAt = time.flatMap { time in venue.zone?.instant(day.adding(days: -daysAhead), time) }
            var fact = ReleaseFact(daysAhead: daysAhead, time: time, forDay: day, opensAt: opensAt, source: source)
            if source == .needToKnow {
                fact.isByMonths = rule?.isByMonths ?? false
                fact.isTimeUnclear = rule?.isTimeUnclear ?? false
            } else {
                fact.isReckoned = rule?.isByDays ?? true
            }
            return fact
        }
        let told: (daysAhead: Int, time: TimeOfDay?)? =
            switch rule {
            case .daysAhead(let words, _): (words.daysAhead, words.time)
            case .monthBefore(let month, _):
                month.opening(of: day).map { (day.daysSince1970 - $0.daysSince1970, month.time) }
            case .other, nil: nil
            }
        let edge = lastDay.map { $0.daysSince1970 - today.daysSince1970 }
        return [
            told.map { fact($0.daysAhead, $0.time, .needToKnow) },
            leadDays.flatMap { isPlausible($0) ? fact($0, nil, .config) : nil },
            edge.flatMap { isPlausible($0) ? fact($0, nil, .calendar) : nil },
        ].compactMap(\.self)
    }

    private static func isPlausible(_ days: Int) -> Bool { (0...730).contains(days) }
}
