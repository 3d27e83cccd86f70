/// Whether a table would stand in the way of one already held.
package struct Overlap: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case sameVenueThatEvening
        /// Less than two and a half hours apart.
        case sameHours
    }

    package let reservation: Reservation
    package let reason: Reason

    /// Less than this and nobody sits through both meals, in seconds.
    private static let leastGap = 150.0 * 60

    /// The clashes of a table that starts on `day` at `time` (the calendar's day, also past midnight) with confirmed
    /// reservations, those at the same venue first, then by nearness.
    package static func clashes(
        at venue: Venue, _ day: CalendarDay, _ time: TimeOfDay, with reservations: [Reservation]
    ) -> [Overlap] {
        let found = reservations.compactMap { held -> (gap: Double, overlap: Overlap)? in
            guard held.status == .confirmed else { return nil }
            let gap = gap(venue, day, time, held)
            let isThatEvening = Evening.day(of: day, time) == Evening.day(of: held.day, held.time)
            if isThatEvening, isSame(venue, held.venue) {
                return (gap, Overlap(reservation: held, reason: .sameVenueThatEvening))
            }
            return gap < leastGap ? (gap, Overlap(reservation: held, reason: .sameHours)) : nil
        }
        return found.sorted { left, right in
            let isLeftSame = left.overlap.reason == .sameVenueThatEvening
            let isRightSame = right.overlap.reason == .sameVenueThatEvening
            return isLeftSame == isRightSame ? left.gap < right.gap : isLeftSame
        }.map(\.overlap)
    }

    /// Seconds between the two; by the wall clock where a zone is not known.
    private static func gap(_ venue: Venue, _ day: CalendarDay, _ time: TimeOfDay, _ held: Reservation) -> Double {
        if let zone = venue.zone, let heldZone = held.venue.zone {
            return abs(zone.instant(day, time).seconds - heldZone.instant(held.day, held.time).seconds)
        }
        let days = day.daysSince1970 - held.day.daysSince1970
        let minutes = days * 1440 + time.minutesAfterMidnight - held.time.minutesAfterMidnight
        return Double(abs(minutes)) * 60
    }

    /// Resy's number decides; a reservation that came without one is known by its venue's name.
    private static func isSame(_ left: Venue, _ right: Venue) -> Bool {
        if left.id > 0, right.id > 0 { return left.id == right.id }
        let name = FoldedName(left.name)
        return !name.isEmpty && name == FoldedName(right.name)
    }
}
