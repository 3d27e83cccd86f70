/// How often one account may be signed in to: many sign-ins, even successful ones, are said to lock it for a while.
///
/// Those that failed count until one succeeds. All of them together have a limit of their own: more than a person who sets
/// things up needs, and few, since a token lasts for weeks.
package struct SignInGuard: Sendable {
    package struct Try: Sendable, Equatable {
        package var at: Instant
        /// False also for one whose end is not known.
        package var hasSucceeded: Bool

        package init(at: Instant, hasSucceeded: Bool) {
            self.at = at
            self.hasSucceeded = hasSucceeded
        }
    }

    package struct Refusal: Sendable, Equatable {
        package enum Cause: Sendable, Equatable { case failures, tries }

        package var cause: Cause
        /// How many there were.
        package var count: Int
        /// The earliest moment for the next.
        package var until: Instant
    }

    /// In a row, without a success between.
    package var failures = 3
    package var tries = 6
    /// Seconds that one counts for.
    package var window = 900.0

    package init(failures: Int = 3, tries: Int = 6, window: Double = 900) {
        self.failures = failures
        self.tries = tries
        self.window = window
    }

    /// Nil where one more may go. `earlier`: the newest first.
    package func refusal(after earlier: [Try], now: Instant) -> Refusal? {
        // One "in the future" was written before the clock was set back; it counts as now.
        let recent = earlier.map { Try(at: min($0.at, now), hasSucceeded: $0.hasSucceeded) }
            .filter { $0.at > now.adding(-window) }
        let failed = recent.prefix { !$0.hasSucceeded }
        func refusal(_ cause: Refusal.Cause, _ tries: some Collection<Try>, _ limit: Int) -> Refusal? {
            guard tries.count >= limit, let oldest = tries.prefix(limit).map(\.at).min() else { return nil }
            return Refusal(cause: cause, count: limit, until: oldest.adding(window))
        }
        let both = [refusal(.failures, failed, failures), refusal(.tries, recent, tries)].compactMap(\.self)
        return both.max { $0.until < $1.until }
    }
}
