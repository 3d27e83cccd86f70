internal import ResyDomain

/// What a deed works with, for one call.
struct Reception: Sendable {
    let call: AccountCall
    let store: Store
    let agreements: Agreements
    let questions: OpenQuestions
    let commitments: Commitments
    let links: VenueLinks
    let settings: Settings
    let clock: any WallClock

    /// By Resy's clock where ours is known to differ.
    var resysNow: Instant { clock.now.adding(call.api.serverClockOffset ?? 0) }

    var asker: Asker { Asker(call: call, agreements: agreements, questions: questions, clock: clock) }

    var delivery: DeliverWish { DeliverWish(call: call, store: store, clock: clock) }

    func ledger(of account: String, showsCancelled: Bool = true) -> Ledger {
        Ledger(store: store, clock: clock, account: account, showsCancelled: showsCancelled)
    }

    /// `settles`: to see what became of a deed that was sent.
    func list(isPaced: Bool = false, settles: Bool = false) async throws -> AccountList {
        try await call.withAccess { resy in try await resy.reservations(isPaced: isPaced, settles: settles) }
    }
}
