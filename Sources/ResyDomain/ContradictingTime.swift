/// A date and a time whose words cannot both be meant.
package struct ContradictingTime: Error, Sendable, Equatable {
    /// What was said for the day.
    package let date: String
    /// What was said for the time; nil where the date's words contradict themselves.
    package let time: String?
    /// The times that may be meant.
    package let choices: [TimeOfDay]

    /// Nil for a conflict of another kind.
    package init?(_ conflict: SaidDay.Conflict, date: String, time: String?) {
        switch conflict {
        case .times(let one, let other): choices = [one, other]
        case .part(let time):
            choices = [time, TimeOfDay(minutesAfterMidnight: time.minutesAfterMidnight + 720)]
        case .smallHours: return nil
        }
        self.date = date
        self.time = time
    }
}
