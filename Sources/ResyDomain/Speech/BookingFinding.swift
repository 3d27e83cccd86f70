/// What keeps a table from being booked.
package indirect enum BookingFinding: Sendable, Equatable {
    case noTime
    /// By the clock of the restaurant.
    case past(CalendarDay, TimeOfDay, today: CalendarDay, now: TimeOfDay)
    case timePast(TimeOfDay)
    /// There are tables near both.
    case nearBoth(DoubtfulTime, at: Venue, on: CalendarDay, today: CalendarDay)
    case nearNeither(DoubtfulTime, on: CalendarDay, today: CalendarDay, party: Int, because: [Finding])
    /// Characters of a special request.
    case tooLong(Int)
    case noTable(WantedTable, because: [Finding])
    case noSuchSeating(WantedTable, there: [String])
    case severalSeatings([String])
    case notBookable(WantedTable, Slot.Obstacle)
    /// `answer`: what Resy said of it, where it said more.
    case justTaken(WantedTable, seating: String, answer: String?)
    case noCard
    /// How many of the account's cards are named so.
    case cardFits(String, Int)
}
