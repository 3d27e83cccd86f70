internal import ResyDomain

/// Keeps calls from going out while Resy has had enough of them, over all processes of one home.
package struct Stops: Sendable {
    private let store: Store
    private let clock: any WallClock
    private let host: String

    package init(store: Store, clock: any WallClock, host: String) {
        self.store = store
        self.clock = clock
        self.host = host
    }

    /// A call that was let through.
    struct Pass: Sendable {
        let call: Breaker.Call
        let began: Instant
        fileprivate let isAfterStop: Bool
    }

    /// It was not let through: this stop stands.
    struct Standing: Error {
        let stop: Breaker.Stop
    }

    /// Records that cannot be read stop nothing: the pacer reports what is wrong with them.
    func pass(_ call: Breaker.Call) async throws(Standing) -> Pass {
        let breaker = (try? await store.breaker(call.group, host: host)) ?? Breaker()
        if let stop = breaker.stops(call, now: clock.now) { throw Standing(stop: stop) }
        return Pass(call: call, began: clock.now, isAfterStop: breaker.trips > 0)
    }

    /// What came of it.
    func note(_ event: Breaker.Event, of pass: Pass) async {
        // Nearly every call ends well with nothing to forget: that is not worth a write.
        if case .succeeded = event, !pass.isAfterStop { return }
        try? await store.tell(pass.call.group, host: host, of: event, now: clock.now)
    }

    /// What a browser met where the API had turned the sign-in away; nil where somebody was signed in.
    func noteBrowser(_ cause: Breaker.Cause?, retryAt: Instant? = nil) async {
        guard let cause else {
            guard let breaker = try? await store.breaker(.browser, host: host), breaker != Breaker() else { return }
            try? await store.tell(.browser, host: host, of: .cleared, now: clock.now)
            return
        }
        try? await store.tell(
            .browser, host: host, of: .tripped(.browser, cause, retryAt: retryAt), now: clock.now)
    }

    /// The stop that would keep this call from going out now.
    func stop(of call: Breaker.Call) async -> Breaker.Stop? {
        try? await store.breaker(call.group, host: host).stops(call, now: clock.now)
    }

    /// The stop of a group at this moment.
    func standing(_ group: Breaker.Group) async -> Breaker.Stop? {
        try? await store.breaker(group, host: host).standing(clock.now)
    }

    /// Ends every stop; answers those that stood.
    func clear() async throws -> [Breaker.Group: Breaker.Stop] {
        var ended: [Breaker.Group: Breaker.Stop] = [:]
        for group in Breaker.Group.allCases {
            ended[group] = try await store.breaker(group, host: host).standing(clock.now)
            try await store.tell(group, host: host, of: .cleared, now: clock.now)
        }
        return ended
    }
}
