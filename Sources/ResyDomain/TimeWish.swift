/// The time of day that a diner's words mean, or the two that they may mean.
package enum TimeWish: Sendable, Hashable {
    case at(TimeOfDay)
    case either(DoubtfulTime)

    /// What it may mean, in the order of an evening: 12:30 PM comes before 12:30 AM.
    package var readings: [TimeOfDay] {
        switch self {
        case .at(let time): [time]
        case .either(let doubt): doubt.readings
        }
    }

    /// With the half of the day that a word beside it names.
    package func settled(by part: DayPart?) -> TimeWish {
        guard case .either(let doubt) = self, let half = part?.half(of: doubt.morning.hour) else { return self }
        return .at(half == .morning ? doubt.morning : doubt.evening)
    }
}
