/// A Notify request that could be set where no table was found.
package struct NotifyOffer: Sendable, Equatable {
    package var venue: Int
    package var day: CalendarDay
    package var party: Int
    /// Around the wanted time; nil where the restaurant's own hours are meant.
    package var earliest: TimeOfDay?
    package var latest: TimeOfDay?

    package init(venue: Int, day: CalendarDay, party: Int, earliest: TimeOfDay? = nil, latest: TimeOfDay? = nil) {
        (self.venue, self.day, self.party) = (venue, day, party)
        (self.earliest, self.latest) = (earliest, latest)
    }

    /// Nil where none can be set for that day, or none near the wanted time. `within`: minutes around it.
    package init?(
        _ hours: [NotifyHours], venue: Int, day: CalendarDay, party: Int, around time: TimeOfDay?, within: Int
    ) {
        guard hours.takes(day) else { return nil }
        self.init(venue: venue, day: day, party: party)
        guard let minutes = time.map({ Evening.minutes(of: $0) }) else { return }
        let windows = try? hours.windows(on: day, from: minutes - within, until: minutes + within)
        guard let windows, let first = windows.first, let last = windows.map(\.closes).max() else { return nil }
        (earliest, latest) = (first.earliest, TimeOfDay(minutesAfterMidnight: last))
    }
}
