/// Why a text is no day to book on, with what would be understood instead.
package struct DateTextError: Error, Sendable, Equatable {
    package enum Reason: Error, Sendable, Equatable {
        case notUnderstood
        /// The month is as written, which may be 14.
        case noSuchDay(year: Int?, month: Int)
        case past(CalendarDay)
        case wrongWeekday(CalendarDay, said: Weekday)
        case shortYear
    }

    package let reason: Reason
    /// What was said, cleaned and cut to 60 characters.
    package let text: String
    package let today: CalendarDay

    /// What is wrong, and which day it is at the restaurant.
    package var message: String {
        "\(problem). Today is \(today.spoken), \(today.year)."
    }

    /// What would be understood, in dates to come.
    package var hint: String {
        let soon = today.adding(days: 5)
        let month = CalendarDay.monthNames[soon.month - 1].prefix(3)
        return "Say today, tomorrow, in 3 days, \(soon.weekday.name), next \(soon.weekday.name), "
            + "\(month) \(soon.day), \(soon.month)/\(soon.day) or \(soon.iso)."
    }

    private var problem: String {
        switch reason {
        case .notUnderstood:
            return text.isEmpty ? "No date is given" : "The date “\(text)” is not understood"
        case .shortYear:
            return "The date “\(text)” has a year of two digits; it needs four"
        case .past(let day):
            return "The date “\(text)” is past: \(day.spoken), \(day.year)"
        case .wrongWeekday(let day, let said):
            return "The date “\(text)” says \(said.name), but \(monthName(day.month)) \(day.day), \(day.year) is a "
                + day.weekday.name
        case .noSuchDay(let year, let month):
            guard (1...12).contains(month) else {
                return "The date “\(text)” does not exist: there is no month \(month) (the month comes"
                    + " before the day)"
            }
            // Year 2000 is a leap year: without a year, February may have 29 days.
            let length = CalendarDay.length(ofMonth: month, year: year ?? 2000)
            let place = monthName(month) + (year.map { " \($0)" } ?? "")
            return "The date “\(text)” does not exist: \(place) has \(year == nil ? "at most " : "")\(length) days"
        }
    }

    private func monthName(_ month: Int) -> String { CalendarDay.monthNames[month - 1] }
}
