/// Resy limited or blocked a tick: none looks before it is over. The diner's own calls go on until they meet one too.
package struct WatchPause: Sendable, Equatable {
    /// In seconds.
    package static let length = 86_400.0

    package var cause: Breaker.Cause
    package var since: Instant
    package var until: Instant

    package init(cause: Breaker.Cause, since: Instant, until: Instant) {
        self.cause = cause
        self.since = since
        self.until = until
    }

    /// `retryAt`: what Resy asked for, where it did.
    package init(_ cause: Breaker.Cause, now: Instant, retryAt: Instant?) {
        let usual = now.adding(Self.length)
        // Nobody is shut out for a week by one odd header.
        self.init(cause: cause, since: now, until: min(max(usual, retryAt ?? usual), now.adding(3 * Self.length)))
    }

    /// One that began in the future was written before the clock was set back.
    package func stands(_ now: Instant) -> Bool { now < until && since <= now.adding(60) }
}
