package import ResyDomain

/// Keeps requests to Resy apart by a random pause and within the looking budget, over all processes of one home.
package struct Pacer: Pacing {
    private let store: Store
    private let clock: any WallClock
    private let pause: ClosedRange<Double>
    private let budget: LookingBudget
    private let host: String

    package init(
        store: Store, clock: any WallClock, pause: ClosedRange<Double>, budget: LookingBudget, host: String
    ) {
        self.store = store
        self.clock = clock
        self.pause = pause
        self.budget = budget
        self.host = host
    }

    init(_ settings: Settings, store: Store, clock: any WallClock) {
        self.init(
            store: store, clock: clock, pause: settings.pace, budget: settings.lookingBudget, host: settings.apiHost)
    }

    package func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {
        guard pause.upperBound > 0 || budget.isLimited else { return }
        let now = clock.now
        switch try await store.claim(claim(turn, purpose, deadline), host: host, now: now) {
        case .go(let moment):
            if moment > now { try await clock.sleep(seconds: moment.seconds - now.seconds) }
        case .crowded(let moment):
            throw ResyError(
                .rateLimited, .program(.crowded), advice: [.program(.nothingSentTryAgain)], retryAt: moment)
        case .spent(let moment, let isOfDay): throw BudgetSpent(until: moment, isOfDay: isOfDay)
        }
    }

    private func claim(_ turn: Turn, _ purpose: Purpose, _ deadline: Instant) -> Turnstile.Claim {
        var claim = Turnstile.Claim(pause: Double.random(in: pause), budget: budget, latest: deadline)
        claim.isDeed = purpose == .deed
        claim.isCounted = turn != .shared
        claim.takesTurn = turn != .beside
        // A wide search is held by its budget. Where there is none, it keeps the pause as any other look.
        let isCovered = purpose == .search && budget.isLimited
        claim.keepsPause = (turn == .next || turn == .shared) && !isCovered
        return claim
    }
}
