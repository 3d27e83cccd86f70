/// What all processes of one home keep of their requests to Resy: when the next one may go, and what of the looking budget is
/// left.
package struct Turnstile: Sendable, Equatable {
    /// Nil before the first.
    package var nextTurn: Instant?
    /// Nil before the first that was counted.
    package var level: LookingBudget.Level?

    package init(nextTurn: Instant? = nil, level: LookingBudget.Level? = nil) {
        self.nextTurn = nextTurn
        self.level = level
    }

    /// What a request takes of it.
    package struct Claim: Sendable {
        /// Seconds that the next one keeps from it; zero: none.
        package var pause: Double
        package var budget: LookingBudget
        /// Waits until the pause after the last one is over; the others go at once.
        package var keepsPause = true
        /// Moves the next turn on.
        package var takesTurn = true
        package var isCounted = true
        /// Never refused.
        package var isDeed = false
        /// A turn that comes later is not taken.
        package var latest: Instant

        package init(pause: Double, budget: LookingBudget, latest: Instant) {
            self.pause = pause
            self.budget = budget
            self.latest = latest
        }
    }

    package enum Answer: Sendable, Equatable {
        case go(at: Instant)
        /// Its turn would come too late; nothing was taken.
        case crowded(until: Instant)
        /// The budget has nothing left for it before then; nothing was taken.
        case spent(until: Instant, isOfDay: Bool = false)
    }

    /// - Parameter dayEnds: when the machine's own day ends.
    package mutating func pass(_ claim: Claim, now: Instant, today: CalendarDay, dayEnds: Instant) -> Answer {
        let level = claim.budget.level(level, now: now, today: today)
        if claim.isCounted, !claim.isDeed {
            let look = claim.budget.nextLook(level, dayEnds: dayEnds)
            if look > now { return .spent(until: look, isOfDay: claim.budget.isDaySpent(level)) }
        }
        // A turn far ahead can only come from a clock that was set back since.
        let queue = max(120, 20 * claim.pause)
        let next = nextTurn.flatMap { $0.seconds > now.seconds + queue ? nil : $0 } ?? now
        let turn = claim.keepsPause && claim.pause > 0 ? max(next, now) : now
        if turn > now, turn >= claim.latest { return .crowded(until: turn) }
        if claim.takesTurn { nextTurn = max(next, turn.adding(claim.pause)) }
        if claim.isCounted { self.level = claim.budget.counting(level) }
        return .go(at: turn)
    }
}
