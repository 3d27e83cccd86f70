/// The two evenings that `tonight` may mean for a time after midnight while the first is still on.
package struct Nights: Sendable, Equatable {
    package let first: CalendarDay
    package let time: TimeOfDay

    package init(first: CalendarDay, time: TimeOfDay) {
        self.first = first
        self.time = time
    }

    package var evenings: [CalendarDay] { [first, first.adding(days: 1)] }
}
