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

    /// What is wrong, and which day it is at the restaurant.
    package var message: String {
        "\(problem). Today is \(today.spoken), \(today.year)."
    }

    /// What would be understood, in dates to come.
    package var hint: String {
        switch reason {
        case .several(let days): days.first.map { "Ask for one of these days, such as \(named($0))." } ?? examples
        case .wrongWeekday(let day, let said):
            "Say which is meant: \(named(day)), or \(named(nearest(said, to: day)))."
        case .disagreeing(let day, let other): "Say which is meant: \(named(day)), or \(named(other))."
        case .noLeapDay(let year, let next):
            "Say which is meant: \(year)-02-28 (Feb 28), \(year)-03-01 (Mar 1), or \(named(next))."
        case .wrongOffset: "Give the restaurant's own time, without an offset, such as 2026-12-05T19:00."
        case .smallHours(let day, let time):
            "Name the evening as the date, and \(time.clock) as the time: \(day.adding(days: -1).iso) for the night of "
                + "\(day.adding(days: -1).spoken), \(day.iso) for the night of \(day.spoken)."
        case .notUnderstood, .noSuchDay, .past: examples
        }
    }

    private var examples: String {
        let soon = today.adding(days: 5)
        let month = CalendarDay.monthNames[soon.month - 1].prefix(3)
        return "Say today, tomorrow, in 3 days, \(soon.weekday.name), next \(soon.weekday.name), "
            + "\(month) \(soon.day), \(soon.month)/\(soon.day) or \(soon.iso)."
    }

    private var problem: String {
        switch reason {
        case .notUnderstood:
            return text.isEmpty ? "No date is given" : "The date “\(text)” is not understood"
        case .past(let day):
            return "The date “\(text)” is past: \(day.spoken), \(day.year)"
        case .wrongWeekday(let day, let said):
            return "The date “\(text)” says \(said.name), but \(monthName(day.month)) \(day.day), \(day.year) is a "
                + day.weekday.name
        case .disagreeing(let day, let other):
            return "The date “\(text)” names two days: \(day.spoken), \(day.year), and \(other.spoken), \(other.year)"
        case .several(let days):
            let which = days.count == 1 ? ", and only \(list(days)) is left of it" : ": \(list(days))"
            return "The date “\(text)” is more than one day\(which). One day is wanted"
        case .noLeapDay(let year, let next):
            return "The date “\(text)” does not exist in \(year): the next February 29 is \(next.spoken), \(next.year)"
        case .wrongOffset(let said, let there):
            let here =
                there.map { "the restaurant's time is then \(Self.offset($0))" } ?? "the restaurant's time is not known"
            return "The date “\(text)” gives the time at \(Self.offset(said)), but \(here)"
        case .smallHours(let day, let time):
            return
                "The date “\(text)” is \(time.spoken) in the night from \(day.adding(days: -1).spoken) to \(day.spoken), "
                + "and a time so early belongs to the evening before"
        case .noSuchDay(let year, let month):
            guard (1...12).contains(month) else {
                return "The date “\(text)” does not exist: there is no month \(month) (the month comes"
                    + " before the day)"
            }
            // Year 2000 is a leap year: without a year, February may have 29 days.
            let length = CalendarDay.length(ofMonth: month, year: year ?? 2000)
            let place = monthName(month) + (year.map { " \($0)" } ?? "")
            return
                "The date “\(text)” does not exist: \(place) has \(year == nil && month == 2 ? "at most " : "")\(length) days"
        }
    }

    /// All of a few, the ends of many.
    private func list(_ days: [CalendarDay]) -> String {
        let spoken = days.map { $0.spoken(from: today) }
        guard spoken.count > 4, let first = spoken.first, let last = spoken.last else {
            let first = spoken.dropLast().joined(separator: ", ")
            return (first.isEmpty ? "" : first + " or ") + (spoken.last ?? "")
        }
        return "\(first) to \(last)"
    }

    /// The day of that name around `day`.
    private func nearest(_ wanted: Weekday, to day: CalendarDay) -> CalendarDay {
        let before = day.adding(days: -3).next(wanted)
        return before >= today ? before : before.adding(days: 7)
    }

    /// `Saturday Dec 5 (2026-12-05)`.
    private func named(_ day: CalendarDay) -> String { "\(day.spoken) (\(day.iso))" }

    private func monthName(_ month: Int) -> String { CalendarDay.monthNames[month - 1] }

    /// `UTC-05:00`.
    private static func offset(_ seconds: Int) -> String {
        let clock = TimeOfDay(minutesAfterMidnight: abs(seconds) / 60).clock
        return "UTC\(seconds < 0 ? "-" : "+")\(clock)"
    }
}
