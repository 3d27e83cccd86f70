/// Whether Resy may be asked. A limit or a block stops a group of calls, for longer each time that one follows another
/// with no success between: who goes on asking is shut out for hours, and risks the account.
package struct Breaker: Sendable, Equatable {
    package enum Group: String, Sendable, CaseIterable {
        /// Signing in at the API.
        case signIn = "sign-in"
        /// Starting a browser for it without being asked to.
        case browser = "browser-sign-in"
        case calls
    }

    /// A call, as far as it matters here.
    package enum Call: String, Sendable {
        case refresh
        case signIn = "sign_in"
        case browser
        case read
        /// The account's reservations.
        case list
        /// The same list, to settle what became of a booking or cancellation that was sent.
        case settlingList = "settling_list"
        /// Books or cancels.
        case commitment

        package var group: Group {
            switch self {
            case .refresh, .signIn: .signIn
            case .browser: .browser
            default: .calls
            }
        }
    }

    package enum Cause: String, Sendable {
        case rateLimited = "rate_limited"
        case blocked
        /// What only a person can give, to a browser: the next one would be asked for it too.
        case captcha
        case code
    }

    package struct Stop: Sendable, Equatable {
        package var cause: Cause
        /// What was answered so.
        package var by: Call
        package var since: Instant
        package var until: Instant

        package init(cause: Cause, by: Call, since: Instant, until: Instant) {
            self.cause = cause
            self.by = by
            self.since = since
            self.until = until
        }
    }

    package enum Event: Sendable, Equatable {
        /// An answer of Resy's own to a call that began then.
        case succeeded(Call, began: Instant)
        /// `retryAt`: what Resy asked for, where it did.
        case tripped(Call, Cause, retryAt: Instant?)
        /// Somebody says that it is over.
        case cleared
    }

    /// Seconds of the first, the second and every further stop in a row, where Resy names no time.
    package static let pauses: [Double] = [900, 3600, 28_800]
    private static let longest: Double = 86_400

    /// Stops in a row.
    package private(set) var trips: Int
    package private(set) var stop: Stop?

    package init(trips: Int = 0, stop: Stop? = nil) {
        self.trips = trips
        self.stop = stop
    }

    /// The stop that keeps the call from going out now; nil where it may.
    package func stops(_ call: Call, now: Instant) -> Stop? {
        guard let stop = standing(now) else { return nil }
        switch call {
        // Where only the cookie was turned away, nothing is known yet of the password.
        case .signIn where stop.by == .refresh && stop.cause == .blocked: return nil
        // What was sent must be settled. A list that was itself refused is not asked again.
        case .settlingList where stop.by != .list && stop.by != .settlingList: return nil
        default: return stop
        }
    }

    /// The stop at that moment, whatever passes it.
    package func standing(_ now: Instant) -> Stop? {
        // One that lies further ahead than any was written before the clock was set back.
        guard let stop, now < stop.until, stop.until <= now.adding(Self.longest) else { return nil }
        return stop
    }

    package mutating func handle(_ event: Event, now: Instant) {
        switch event {
        case .succeeded(let call, let began):
            // It was let through to settle something, or was under way when the others were turned away.
            guard call != .settlingList, stop.map({ began >= $0.since }) ?? true else { return }
            self = Breaker()
        case .tripped(let call, let cause, let retryAt):
            let asked = retryAt.map { min(max($0, now), now.adding(Self.longest)) }
            if let standing = standing(now) {
                // Several were under way: they count as one, and the longest wait holds.
                stop?.by = call
                // What a person must do is what the page asked for last.
                if call == .browser { stop?.cause = cause }
                stop?.until = max(standing.until, asked ?? now)
                return
            }
            let pause = Self.pauses[min(trips, Self.pauses.count - 1)]
            trips += 1
            stop = Stop(cause: cause, by: call, since: now, until: asked ?? now.adding(pause))
        case .cleared: self = Breaker()
        }
    }
}
