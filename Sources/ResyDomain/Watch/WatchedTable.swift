/// A table, as far as it is the same one to a diner who was told of it.
package struct WatchedTable: Sendable, Hashable {
    package var evening: CalendarDay
    package var time: TimeOfDay
    /// Folded.
    package var seating: String

    package init(evening: CalendarDay, time: TimeOfDay, seating: String) {
        self.evening = evening
        self.time = time
        self.seating = SeatingWish.key(seating)
    }

    init(_ slot: Slot, evening: CalendarDay) { self.init(evening: evening, time: slot.time, seating: slot.seating) }
}
