/// How words that could mean more than one thing were read.
package enum WordReading: Sendable, Equatable {
    /// A time without its half of the day, `said` as the diner said it.
    case time(said: String, as: TimeOfDay)
    /// Both halves of the day stay possible; whether there are tables near both.
    case either(DoubtfulTime, hasTablesNearBoth: Bool)
    /// It could mean nothing else, and it is over.
    case over(TimeOfDay)
    /// The weekday that it is today, read as the one in a week.
    case weekday(as: CalendarDay, because: Passed)
    /// `tonight` after midnight: the first of the two is shown.
    case nights(Nights)
    /// `lunch`, as hours; `until` is nil for as late as there are tables.
    case part(DayPart, from: TimeOfDay, until: TimeOfDay?)
    /// `this week` on a Sunday.
    case todayAlone(said: String)

    /// What today does not have any more.
    package enum Passed: Sendable, Equatable { case thatTime, anyTable }
}
