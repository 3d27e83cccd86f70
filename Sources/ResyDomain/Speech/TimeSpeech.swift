/// What is so of times of day.
package enum TimeFinding: Sendable, Equatable {
    case unreadable(TimeTextError)
    case contradicting(ContradictingTime)
    /// Said for another clock than the restaurant's, where that is known.
    case otherClock(said: String, restaurants: Zone?)
    case twoNights(Nights)
}

/// What to do about times of day.
package enum TimeAdvice: Sendable, Equatable {
    case sayReadably
    case choose([TimeOfDay])
    case leaveZoneOut
    /// The date of the one that is meant.
    case giveEvening(Nights)
}
