/// A restaurant's day, which ends after midnight: a table at 00:30 belongs to the evening before.
package enum Evening {
    /// Times before five in the morning end an evening; none begins one so early.
    package static let end = 5 * 60

    /// Minutes after midnight of the evening's day for a time said of that evening: 00:30 is 1470.
    package static func minutes(of time: TimeOfDay) -> Int {
        time.minutesAfterMidnight + (time.minutesAfterMidnight < end ? 1440 : 0)
    }

    /// The part of a day that all these times are in: nothing before five is an evening's.
    package enum Part: String, Sendable { case evening, day }

    package static func part(of times: [TimeOfDay]) -> Part {
        times.allSatisfy { minutes(of: $0) >= 17 * 60 } ? .evening : .day
    }

    /// The calendar's day on which a table at `time` of that evening starts.
    package static func start(_ time: TimeOfDay, of evening: CalendarDay) -> CalendarDay {
        minutes(of: time) >= 1440 ? evening.adding(days: 1) : evening
    }

    /// `Sat Feb 14, 7:00 PM`, and `Sun Feb 15, 12:30 AM (the night of Sat Feb 14)`: the day to turn up on
    /// comes first. With the year where `today` is in another one.
    package static func spoken(
        _ day: CalendarDay, _ time: TimeOfDay, of evening: CalendarDay, from today: CalendarDay? = nil
    ) -> String {
        let night = day == evening ? "" : " (the night of \(evening.spoken(from: today)))"
        return "\(day.spoken(from: today)), \(time.spoken)\(night)"
    }

    /// The day that a diner would name for a table which starts on `day` at `time`.
    package static func day(of day: CalendarDay, _ time: TimeOfDay) -> CalendarDay {
        time.minutesAfterMidnight < end ? day.adding(days: -1) : day
    }
}
