/// What is so of times of day.
package enum TimeFinding: Sendable, Equatable {
    case unreadable(TimeTextError)
    case contradicting(ContradictingTime)
    /// Said for another clock than the restaurant's, where that is known.
    case otherClock(said: String, restaurants: Zone?)
    case twoNights(Nights)
    /// Days with different times of the day, where one search is for one: in the diner's words.
    case differing(String)
}

/// What to do about times of day.
package enum TimeAdvice: Sendable, Equatable {
    case sayReadably
    /// The same where hours may be given as well.
    case sayHours
    /// Each of the days with its own time by itself.
    case searchEach
    case choose([TimeOfDay])
    case leaveZoneOut
    /// The date of the one that is meant.
    case giveEvening(Nights)
}
