/// A date and a time whose words cannot both be meant.
package struct ContradictingTime: Error, Sendable, Equatable {
    /// What was said for the day.
    let date: String
    /// What was said for the time; nil where the date's words contradict themselves.
    let time: String?
    /// The times that may be meant.
    let choices: [TimeOfDay]

    /// Nil for a conflict of another kind.
    package init?(_ conflict: SaidDay.Conflict, date: String, time: String?) {
        switch conflict {
        case .times(let one, let other): choices = [one, other]
        case .part(let time):
            choices = [time, TimeOfDay(minutesAfterMidnight: time.minutesAfterMidnight + 720)]
        case .smallHours: return nil
        }
        self.date = CleanText.quoted(date, to: 60)
        self.time = time.map { CleanText.quoted($0, to: 60) }
    }

    package var message: String {
        guard let time else { return "The date \(date) contradicts itself." }
        return "The date \(date) and the time \(time) contradict each other."
    }

    package var hint: String {
        "Say which is meant, \(choices.map(\.spoken).joined(separator: " or ")), with the day alone as the date."
    }
}
