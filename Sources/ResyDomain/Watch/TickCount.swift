/// How much all ticks of a home may ask Resy, beside what the looking budget allows.
package struct TickCount: Sendable, Equatable {
    package static let mostATick = 6
    package static let mostADay = 100

    /// By the clock of this machine.
    package var day: CalendarDay
    /// Requests of that day.
    package var asked: Int

    package init(day: CalendarDay, asked: Int) {
        self.day = day
        self.asked = asked
    }

    /// As it is on a day; one that is yet to come is the same day told by a clock that was set back since.
    package func on(_ today: CalendarDay) -> TickCount {
        TickCount(day: max(today, day), asked: day >= today ? asked : 0)
    }

    package var left: Int { max(0, Self.mostADay - asked) }

    /// What one watch may use of what is left until the day ends.
    package struct Share: Sendable, Equatable {
        package var left: Int
        package var watches: Int
        /// What one look of it costs, in requests.
        package var cost: Int
        /// Of the day, in seconds.
        package var seconds: Double

        package init(left: Int, watches: Int, cost: Int, seconds: Double) {
            self.left = left
            self.watches = watches
            self.cost = cost
            self.seconds = seconds
        }

        /// So long that the rest of the day's requests lasts; none while there are plenty.
        func pause(reserve: Int) -> Double {
            guard left < reserve else { return 0 }
            return seconds * Double(max(1, cost) * max(1, watches)) / Double(max(1, left))
        }
    }
}
