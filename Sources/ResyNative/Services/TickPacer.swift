internal import ResyDomain

/// Lets a tick's requests go: within what ticks may ask, within the looking budget, and never past a limit or block that the
/// diner's own calls have met.
final class TickPacer: Pacing {
    private let pacer: Pacer
    private let stops: Stops
    private let store: Store
    private let host: String
    private let clock: any WallClock
    private let sent = Lock(0)

    /// A tick, or the day's ticks, have asked as much as they may.
    struct Spent: Error {}

    init(pacer: Pacer, stops: Stops, store: Store, host: String, clock: any WallClock) {
        self.pacer = pacer
        self.stops = stops
        self.store = store
        self.host = host
        self.clock = clock
    }

    /// Requests that were let go.
    var requests: Int { sent.withLock { $0 } }

    func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {
        if let stop = await stops.stop(of: .read) { throw APIFailure.stopped(stop) }
        guard requests < TickCount.mostATick else { throw Spent() }
        try await pacer.turn(turn, for: purpose, before: deadline)
        // Before it is sent: a process that ends has used it.
        guard try await store.claimTickRequest(host: host, now: clock.now) else { throw Spent() }
        sent.withLock { $0 += 1 }
    }
}
