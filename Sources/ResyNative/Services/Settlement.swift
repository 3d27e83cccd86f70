internal import ResyDomain

/// What the account's list says of bookings and cancellations whose outcome was not known.
struct Settlement: Sendable {
    let store: Store
    let clock: any WallClock

    /// An unclear deed that a list read this many seconds afterwards does not show was never done.
    static let certainty: Double = 600
    /// A table just booked may not be in the list yet, for so many seconds.
    static let lag: Double = 600

    /// Whether something begun before `start` has no outcome yet.
    func isNeeded(account: String, before start: Instant) async -> Bool {
        await entries(account: account, before: start).contains { $0.isOpen }
    }

    /// Closes what the list settles. What our own records refuse stays open, which is safe. A list knows nothing of
    /// what was begun after it was asked for, at `moment`; one that is not whole proves by what it has alone.
    func read(_ list: [Reservation], isWhole: Bool, askedAt moment: Instant, account: String) async {
        let now = clock.now
        for entry in await entries(account: account, before: moment) {
            switch entry.kind {
            case .book: await settleBooking(entry, list, isWhole, now)
            case .cancel where isWhole: await settleCancellation(entry, list, now)
            case .cancel: break
            }
        }
    }

    private func entries(account: String, before moment: Instant) async -> [JournalEntry] {
        let day = CalendarDay.earliest(at: clock.now)
        return (try? await store.unsettledEntries(account: account, since: day, before: moment)) ?? []
    }

    private func settleBooking(
        _ entry: JournalEntry, _ list: [Reservation], _ isWhole: Bool, _ now: Instant
    ) async {
        guard entry.isOpen else {
            if list.contains(where: { $0.id == entry.reservationID }) {
                try? await store.markSeen(entry: entry.id, now: now)
            }
            return
        }
        if let match = list.first(where: {
            entry.key.isHeld(by: $0) && !$0.isOfAnotherSeating(than: entry.about.seating)
        }) {
            var ours = match
            ours.source = .resyMCP
            ours.seating = ours.seating ?? entry.about.seating
            // A list may tell nothing of money; what was agreed to is not forgotten for that.
            if ours.charges.isEmpty { ours.charges = entry.about.terms?.charges ?? [] }
            ours.cancelBy = ours.cancelBy ?? entry.about.terms?.cancelBy
            try? await store.settle(ours, account: entry.key.account, entry: entry.id, now: now)
            try? await store.markSeen(entry: entry.id, now: now)
        } else if isWhole, isOld(entry, now), !hasBegun(entry, now) {
            try? await store.close(id: entry.id, state: .notBooked, reservationID: nil, now: now)
        }
    }

    private func settleCancellation(_ entry: JournalEntry, _ list: [Reservation], _ now: Instant) async {
        guard let id = entry.reservationID, !hasBegun(entry, now) else { return }
        if !list.contains(where: { $0.id == id && $0.status == .confirmed }) {
            try? await store.markCancelled(id: id, closing: entry.id, now: now)
        } else if isOld(entry, now) {
            try? await store.close(id: entry.id, state: .notCancelled, reservationID: nil, now: now)
        }
    }

    private func isOld(_ entry: JournalEntry, _ now: Instant) -> Bool {
        now.seconds - entry.createdAt.seconds >= Self.certainty
    }

    /// From then on Resy files the table under the past, and its absence means nothing; minutes are left for clocks
    /// that differ. Without a zone, as where the day begins first.
    private func hasBegun(_ entry: JournalEntry, _ now: Instant) -> Bool {
        guard let zone = entry.about.zone else {
            return entry.key.day.daysSince1970 <= Int((now.seconds / 86_400 + 0.6).rounded(.down))
        }
        let day = entry.kind == .book ? entry.sitting.day : entry.key.day
        return zone.instant(day, entry.key.time) <= now.adding(300)
    }
}

extension Reservation {
    /// Booked elsewhere at the same time: a list calls a seating as it is called where tables are chosen.
    func isOfAnotherSeating(than asked: String) -> Bool {
        let (listed, asked) = (FoldedName(seating ?? ""), FoldedName(asked))
        return !listed.isEmpty && !asked.isEmpty && listed != asked
    }
}

extension JournalKey {
    /// A table past midnight may be listed under either day where the list does not tell the moment.
    func isHeld(by reservation: Reservation) -> Bool {
        reservation.isTaken && reservation.venue.id == venue && reservation.time == time
            && reservation.party == party
            && (reservation.day == Evening.start(time, of: day) || !reservation.isDaySure && reservation.day == day)
    }

    /// What a booking of that table was written under: its evening.
    static func booking(of held: Reservation, account: String) -> JournalKey {
        var key = JournalKey(held, account: account)
        key.day = Evening.day(of: held.day, held.time)
        return key
    }
}
