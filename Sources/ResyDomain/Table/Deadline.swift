/// Until when a table can be cancelled free of charge, as this home knows.
package enum Deadline: Sendable, Equatable {
    case unknown
    case until(CalendarDay, TimeOfDay)
    case passed

    package init(of held: Reservation, now: Instant) {
        guard let cancelBy = held.cancelBy, let zone = held.venue.zone else {
            self = .unknown
            return
        }
        let (day, time) = zone.local(cancelBy)
        self = now < cancelBy ? .until(day, time) : .passed
    }
}
