/// A table at a time, as far as another one can be in its way.
package struct Sitting: Sendable, Equatable {
    /// Resy's number; 0 where it is not known.
    package var venue: Int
    package var name: String
    package var zone: Zone?
    /// The calendar's day, also past midnight.
    package var day: CalendarDay
    package var time: TimeOfDay

    package init(venue: Int, name: String, zone: Zone?, day: CalendarDay, time: TimeOfDay) {
        self.venue = venue
        self.name = name
        self.zone = zone
        self.day = day
        self.time = time
    }

    package init(at venue: Venue, _ day: CalendarDay, _ time: TimeOfDay) {
        self.init(venue: venue.id, name: venue.name, zone: venue.zone, day: day, time: time)
    }

    package init(_ held: Reservation) {
        self.init(at: held.venue, held.day, held.time)
    }

    /// Less than this and nobody sits through both meals, in seconds.
    private static let leastGap = 150.0 * 60

    /// Why nobody would want both; nil where both can be had.
    package func clash(with other: Sitting) -> Overlap.Reason? {
        let isThatEvening = Evening.day(of: day, time) == Evening.day(of: other.day, other.time)
        if isThatEvening, isSameVenue(as: other) { return .sameVenueThatEvening }
        return gap(to: other) < Self.leastGap ? .sameHours : nil
    }

    /// Seconds between the two; by the wall clock where a zone is not known.
    package func gap(to other: Sitting) -> Double {
        if let zone, let otherZone = other.zone {
            return abs(zone.instant(day, time).seconds - otherZone.instant(other.day, other.time).seconds)
        }
        let days = day.daysSince1970 - other.day.daysSince1970
        let minutes = days * 1440 + time.minutesAfterMidnight - other.time.minutesAfterMidnight
        return Double(abs(minutes)) * 60
    }

    /// Resy's number decides; a table that came without one is known by its venue's name.
    private func isSameVenue(as other: Sitting) -> Bool {
        if venue > 0, other.venue > 0 { return venue == other.venue }
        let name = FoldedName(name)
        return !name.isEmpty && name == FoldedName(other.name)
    }
}
