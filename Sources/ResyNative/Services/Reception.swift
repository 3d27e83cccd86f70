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
        let list = try await call.withAccess { resy in
            try await resy.reservations(isPaced: isPaced, settles: settles)
        }
        return await inKnownMoney(list)
    }

    /// Rows seldom say in which money they are: what this home knows of the restaurant does.
    func inKnownMoney(_ list: AccountList) async -> AccountList {
        var list = list
        for index in list.rows.indices where list.rows[index].lacksCurrency {
            let id = list.rows[index].reservation.venue.id
            guard id > 0, let known = try? await store.rememberedVenue(id)?.statedCurrency else { continue }
            list.rows[index].takeCurrency(known)
        }
        return list
    }
}

extension Venue {
    /// As Resy named it, or that of the country that Resy named.
    fileprivate var statedCurrency: String? { currency ?? (country == nil ? nil : localCurrency) }
}
