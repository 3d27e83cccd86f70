/// Why a text is no day to book on, with what would be understood instead.
package struct DateTextError: Error, Sendable, Equatable {
    package enum Reason: Error, Sendable, Equatable {
        case notUnderstood
        /// The month is as written, which may be 14.
        case noSuchDay(year: Int?, month: Int)
        /// February 29 without a year, and the next February has none.
        case noLeapDay(in: Int, next: CalendarDay)
        case past(CalendarDay)
        case wrongWeekday(CalendarDay, said: Weekday)
        /// `tomorrow` beside another date.
        case disagreeing(CalendarDay, CalendarDay)
        /// A range or a choice, where one day is wanted; those to come, at least one.
        case several([CalendarDay])
        /// A range whose last day is before its first.
        case reversed(CalendarDay, CalendarDay)
        /// The offset beside the time, in seconds, is not the restaurant's then.
        case wrongOffset(said: Int, there: Int?)
        /// Small hours of that calendar day, which end the evening before.
        case smallHours(CalendarDay, TimeOfDay)
    }

    package let reason: Reason
    /// What was said, cleaned and cut to 60 characters.
    package let text: String
    package let today: CalendarDay

    package init(reason: Reason, text: String, today: CalendarDay) {
        self.reason = reason
        self.text = text
        self.today = today
    }

    /// The day of that name around `day`, and not before today.
    package func nearest(_ wanted: Weekday, to day: CalendarDay) -> CalendarDay {
        let before = day.adding(days: -3).next(wanted)
        return before >= today ? before : before.adding(days: 7)
    }
}
