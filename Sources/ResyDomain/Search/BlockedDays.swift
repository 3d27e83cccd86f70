/// Days of a restaurant whose tables this program cannot book, and why.
package struct BlockedDays: Sendable, Equatable {
    /// Each once, that of the first table first; not empty.
    package var obstacles: [Slot.Obstacle]
    /// Ascending.
    package var days: [CalendarDay]
}
