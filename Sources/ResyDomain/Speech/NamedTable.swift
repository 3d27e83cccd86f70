/// What names a booked table to a diner.
package struct NamedTable: Sendable, Equatable {
    /// Nil where it was not kept.
    package var venue: String?
    package var day: CalendarDay
    package var time: TimeOfDay
    package var party: Int
    package var seating: String?
    /// Resy's number, where it is known.
    package var id: Int?

    package init(
        venue: String?, day: CalendarDay, time: TimeOfDay, party: Int, seating: String? = nil, id: Int? = nil
    ) {
        self.venue = venue
        self.day = day
        self.time = time
        self.party = party
        self.seating = seating
        self.id = id
    }

    package init(_ held: Reservation) {
        self.init(
            venue: held.venue.name, day: held.day, time: held.time, party: held.party, seating: held.seating,
            id: held.id)
    }

    package init(_ entry: JournalEntry) {
        let table = entry.sitting
        self.init(
            venue: table.name.isEmpty ? nil : table.name, day: table.day, time: table.time, party: entry.key.party,
            id: entry.reservationID)
    }
}

/// The table that a diner asks for: a time of an evening.
package struct WantedTable: Sendable, Equatable {
    package var evening: CalendarDay
    package var time: TimeOfDay
    package var party: Int
    /// At the restaurant.
    package var today: CalendarDay

    package init(evening: CalendarDay, time: TimeOfDay, party: Int, today: CalendarDay) {
        self.evening = evening
        self.time = time
        self.party = party
        self.today = today
    }

    /// The calendar's day on which it starts.
    package var day: CalendarDay { Evening.start(time, of: evening) }
}

/// The reservation that a diner means.
package enum WantedReservation: Sendable, Equatable {
    /// With the name that came along, which must not contradict it.
    case number(Int, name: String?)
    case name(String)
}
