/// How much one home may look at Resy: a bucket of requests that fills again, a part of which is kept back for deeds.
///
/// Deeds are counted and never refused: what a booking needs is there after any search.
package struct LookingBudget: Sendable, Equatable {
    /// Requests in a full bucket; zero: no limit.
    package var size: Int

    /// Seconds until one request is back.
    package static let refill = 15.0
    private static let mostKeptBack = 8.0
    /// What a wait for a part of a request may miss by rounding.
    private static let grain = 1e-6

    package init(size: Int) {
        self.size = size
    }

    /// What is left, as it was when the last request was counted.
    package struct Level: Sendable, Equatable {
        package var left: Double
        package var at: Instant
        /// By the clock of this machine.
        package var day: CalendarDay
        /// Requests of that day.
        package var asked: Int

        package init(left: Double, at: Instant, day: CalendarDay, asked: Int) {
            self.left = left
            self.at = at
            self.day = day
            self.asked = asked
        }
    }

    package var isLimited: Bool { size > 0 }

    /// Of a small bucket half is for looking, whatever deeds may want.
    package var keptBack: Double { min(Self.mostKeptBack, Double(size / 2)) }

    /// Of a day that the machine's own clock tells.
    package var mostADay: Int { 15 * size }

    /// What is there now; all of it where nothing was counted yet.
    package func level(_ known: Level?, now: Instant, today: CalendarDay) -> Level {
        guard let known else { return Level(left: Double(size), at: now, day: today, asked: 0) }
        // One from the future was written before the clock was set back: how long ago is not known.
        let since = max(0, now.seconds - known.at.seconds)
        // A day that is yet to come is the same day told by another clock: its requests were made.
        let isSameDay = known.day >= today
        return Level(
            left: min(Double(size), max(0, known.left) + since / Self.refill), at: now, day: today,
            asked: isSameDay ? known.asked : 0)
    }

    /// The day's number is reached.
    package func isDaySpent(_ level: Level) -> Bool { isLimited && level.asked >= mostADay }

    /// When a look may go: now, where there is enough for it.
    package func nextLook(_ level: Level, dayEnds: Instant) -> Instant {
        guard isLimited else { return level.at }
        if isDaySpent(level) { return max(dayEnds, level.at) }
        let missing = keptBack + 1 - level.left
        return missing > Self.grain ? level.at.adding(missing * Self.refill) : level.at
    }

    /// After one more request, a look or a deed.
    package func counting(_ level: Level) -> Level {
        var less = level
        less.left = max(0, level.left - 1)
        less.asked += 1
        return less
    }
}
