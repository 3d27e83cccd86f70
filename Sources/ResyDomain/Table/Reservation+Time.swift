extension Reservation {
    /// The day that a diner would name for it, the one before for a table past midnight.
    package var evening: CalendarDay { isDaySure ? Evening.day(of: day, time) : day }

    /// From then on Resy files it under the past; minutes are left for clocks that differ.
    package func hasBegun(by now: Instant) -> Bool {
        guard let zone = venue.zone else { return isOver(by: now) }
        return zone.instant(day, time) <= now.adding(300)
    }

    /// Its day is past at the restaurant.
    package func isOver(by now: Instant) -> Bool {
        guard let zone = venue.zone else { return false }
        return day < zone.local(now).day
    }
}
