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

/// The reservation that a diner means; where nothing is said, the only one there is.
package struct WantedReservation: Sendable, Equatable {
    /// Resy's number.
    package var id: Int?
    /// A restaurant's, or a part of one; beside a number it must not contradict it.
    package var name: String?
    /// The day as it was said, at the restaurant: it narrows what the name leaves.
    package var date: String?

    package init(id: Int? = nil, name: String? = nil, date: String? = nil) {
        self.id = id
        self.name = name
        self.date = date
    }

    package static func number(_ id: Int, name: String? = nil) -> WantedReservation {
        WantedReservation(id: id, name: name)
    }

    package static func name(_ name: String) -> WantedReservation { WantedReservation(name: name) }

    package var isAny: Bool { id == nil && name == nil && date == nil }
}
