/// What a diner's words for a day say: the day, and what else stood with it.
package struct SaidDay: Sendable, Hashable {
    package var day: CalendarDay
    /// `tonight`, `Friday night`.
    package var part: DayPart?
    /// `Friday at 7pm`, `2026-12-05T19:00`.
    package var time: TimeWish?
    /// The time is a program's, `2026-12-05T00:30`: small hours are those of that very day.
    package var isTimestamp = false
    /// Seconds east of UTC, where an offset stood with the time.
    package var offset: Int?
    /// Said as today, by a word such as `tonight`: after midnight that may be the night that is still on.
    package var isToday = false
    /// Said as the weekday that it is today, or as the date of the evening that is still on after midnight: the day that is
    /// meant once that evening is over.
    package var later: CalendarDay?

    package init(day: CalendarDay, part: DayPart? = nil, time: TimeWish? = nil, later: CalendarDay? = nil) {
        self.day = day
        self.part = part
        self.time = time
        self.later = later
    }
}
