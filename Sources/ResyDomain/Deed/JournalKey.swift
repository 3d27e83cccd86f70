/// What makes two bookings the same one.
package struct JournalKey: Sendable, Hashable {
    package var account: String
    package var venue: Int
    /// The evening asked for.
    package var day: CalendarDay
    package var time: TimeOfDay
    package var party: Int

    package init(account: String, venue: Int, day: CalendarDay, time: TimeOfDay, party: Int) {
        self.account = account
        self.venue = venue
        self.day = day
        self.time = time
        self.party = party
    }

    /// What a cancellation of that table is written under.
    package init(_ held: Reservation, account: String) {
        self.init(account: account, venue: held.venue.id, day: held.day, time: held.time, party: held.party)
    }

    /// A table past midnight may be listed under either day where the list does not tell the moment.
    package func isHeld(by reservation: Reservation) -> Bool {
        reservation.isTaken && reservation.venue.id == venue && reservation.time == time
            && reservation.party == party
            && (reservation.day == Evening.start(time, of: day) || !reservation.isDaySure && reservation.day == day)
    }
}

extension Reservation {
    /// Booked elsewhere at the same time: a list calls a seating as it is called where tables are chosen.
    package func isOfAnotherSeating(than asked: String) -> Bool {
        let (listed, asked) = (FoldedName(seating ?? ""), FoldedName(asked))
        return !listed.isEmpty && !asked.isEmpty && listed != asked
    }
}
