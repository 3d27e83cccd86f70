/// Where a restaurant stands among those found, and why: the facts of its best table, and of itself.
package struct TableScore: Sendable, Equatable {
    package var day: CalendarDay
    package var time: TimeOfDay
    /// Minutes between its best table and the time that was wanted; nil where none was.
    package var gap: Int?
    /// What that table puts at stake for the party.
    package var stake: Stake
    /// Of five; nil where Resy does not say.
    package var rating: Double?
    package var isIndoorTable: Bool
    /// From the place asked for; nil where that or the restaurant's own is not known.
    package var metres: Double?
    /// Why none of its tables can be booked by this program; nil where one can.
    package var obstacle: Slot.Obstacle?

    package init(
        day: CalendarDay, time: TimeOfDay, gap: Int?, stake: Stake, rating: Double?, isIndoorTable: Bool,
        metres: Double?, obstacle: Slot.Obstacle?
    ) {
        self.day = day
        self.time = time
        self.gap = gap
        self.stake = stake
        self.rating = rating
        self.isIndoorTable = isIndoorTable
        self.metres = metres
        self.obstacle = obstacle
    }
}
