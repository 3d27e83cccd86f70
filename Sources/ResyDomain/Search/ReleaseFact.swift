/// When a restaurant opens a day for booking, as one source has it.
package struct ReleaseFact: Sendable, Equatable {
    package enum Source: String, Sendable {
        /// The restaurant's own words on its page.
        case needToKnow = "need_to_know"
        /// Resy's `/2/config`.
        case config
        /// The last day that Resy shows tables of.
        case calendar
    }

    package var daysAhead: Int
    /// On the restaurant's clock; nil where it is not stated.
    package var time: TimeOfDay?
    /// The day asked for.
    package var forDay: CalendarDay
    /// When that day opens; nil where a part of it is not stated.
    package var opensAt: Instant?
    package var source: Source
    /// Its number of days holds for that day alone: the restaurant opens by months.
    package var isByMonths = false
    /// A time is named, and it is not clear which.
    package var isTimeUnclear = false
    /// False where the restaurant states a rule that this one may contradict: no date is made of it.
    package var isReckoned = true

    package init(daysAhead: Int, time: TimeOfDay?, forDay: CalendarDay, opensAt: Instant?, source: Source) {
        self.daysAhead = daysAhead
        self.time = time
        self.forDay = forDay
        self.opensAt = opensAt
        self.source = source
    }
}
