/// What a search left out for one reason, the days of one restaurant together.
package struct LeftOutDays: Sendable, Equatable {
    /// A single day of it stands for all of `days`.
    package var subject: LeftOut.Subject
    package var reason: LeftOut.Reason
    /// Ascending; empty where it is of no day.
    package var days: [CalendarDay]
}

extension [LeftOut] {
    /// In the order in which the first of each stands.
    package var folded: [LeftOutDays] {
        var folded: [LeftOutDays] = []
        for one in self {
            let days = one.subject.day.map { [$0] } ?? []
            let index = folded.firstIndex { $0.reason == one.reason && $0.subject.isDay(beside: one.subject) }
            if let index {
                folded[index].days = Set(folded[index].days + days).sorted()
            } else {
                folded.append(LeftOutDays(subject: one.subject, reason: one.reason, days: days))
            }
        }
        return folded
    }
}

extension LeftOut.Subject {
    fileprivate var day: CalendarDay? {
        switch self {
        case .evening(_, let day), .day(let day): day
        case .name, .venue, .restaurants: nil
        }
    }

    /// Days of one restaurant, or of all.
    fileprivate func isDay(beside other: LeftOut.Subject) -> Bool {
        switch (self, other) {
        case (.evening(let one, _), .evening(let other, _)): one.id == other.id
        case (.day, .day): true
        default: false
        }
    }
}
