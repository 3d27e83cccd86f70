/// A table held by this account, wherever it was booked.
package struct Reservation: Sendable, Equatable {
    package enum Status: String, Sendable { case confirmed, cancelled, past, noShow = "no_show", unknown }
    package enum Source: String, Sendable { case resyMCP = "resy-mcp", elsewhere }

    /// Resy's number: the one key that does not change.
    package var id: Int
    package var venue: Venue
    /// The calendar's day on which it starts, also past midnight.
    package var day: CalendarDay
    /// False where a table past midnight may be filed under its evening, the day before.
    package var isDaySure = true
    package var time: TimeOfDay
    package var party: Int
    package var seating: String?
    package var status: Status
    /// Until when cancelling costs nothing.
    package var cancelBy: Instant?
    /// What cancelling it late costs: its fee, and what was paid; empty where none is known.
    package var charges: Charges
    /// Resy's word, whatever became of the table; see `canBeCancelled`.
    package var mayCancel: Bool
    package var source: Source
    /// As Resy has them, or had them when they were last seen: not cleaned, see `DinersWords.shown`. What is no text stands
    /// here as its JSON.
    package var specialRequests: String?
    /// The same, as Resy names it; nil from memory.
    package var occasion: String?

    package init(
        id: Int, venue: Venue, day: CalendarDay, time: TimeOfDay, party: Int, seating: String?, status: Status,
        cancelBy: Instant?, charges: Charges, mayCancel: Bool, source: Source, specialRequests: String?
    ) {
        self.id = id
        self.venue = venue
        self.day = day
        self.time = time
        self.party = party
        self.seating = seating
        self.status = status
        self.cancelBy = cancelBy
        self.charges = charges
        self.mayCancel = mayCancel
        self.source = source
        self.specialRequests = specialRequests
    }

    /// Held or once held, whatever marks a list puts on it.
    package var isTaken: Bool { status != .cancelled }
    package var canBeCancelled: Bool { mayCancel && status == .confirmed }

    /// `RESY-900000123`.
    package var confirmationID: String { "RESY-\(id)" }
}
