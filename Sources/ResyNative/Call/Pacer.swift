package import ResyDomain

/// Keeps requests to Resy apart by a random pause, over all processes of one home.
package struct Pacer: Pacing {
    private let store: Store
    private let clock: any WallClock
    private let pause: ClosedRange<Double>
    private let host: String

    package init(store: Store, clock: any WallClock, pause: ClosedRange<Double>, host: String) {
        self.store = store
        self.clock = clock
        self.pause = pause
        self.host = host
    }

    /// A step inside a booking goes at once, and still moves the next turn on for everyone else.
    package func turn(isPaced: Bool, before deadline: Instant) async throws {
        guard pause.upperBound > 0 else { return }
        let now = clock.now
        let turn = try await store.claimTurn(host: host, now: now, pause: Double.random(in: pause))
        guard isPaced, turn > now else { return }
        guard turn < deadline else {
            throw ResyError(
                .rateLimited, .program(.crowded), advice: [.program(.nothingSentTryAgain)], retryAt: turn)
        }
        try await clock.sleep(seconds: turn.seconds - now.seconds)
    }
}
