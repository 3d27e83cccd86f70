internal import ResyDomain

/// Opens the book of an account's tables, and writes down what it settles.
struct Ledger: Sendable {
    let store: Store
    let clock: any WallClock
    let account: String
    /// False where only what may stand is asked about: of cancelled tables the book then has those alone that the list or
    /// the journal names. A diner who often thinks better of it leaves many.
    var showsCancelled = true

    /// As far as it is known; nothing is written down. `day`: nothing of earlier ones is wanted.
    func look(_ list: ListReading? = nil, since day: CalendarDay? = nil) async throws -> TableBook {
        let since = day ?? .earliest(at: clock.now)
        // An evening that ends after midnight is the day before's.
        let entries = try await store.standingEntries(account: account, since: since.adding(days: -1))
        let named = (list?.rows ?? []).map(\.id) + entries.compactMap(\.reservationID)
        return TableBook(
            entries: entries,
            memory: try await store.localReservations(
                account: account, since: since, and: named, showsCancelled: showsCancelled),
            list: list, now: clock.now)
    }

    /// `list`: nil where it could not be read. What our own records refuse stays open, which is safe.
    func open(_ list: ListReading?) async throws -> TableBook {
        let book = try await look(list)
        let closings = book.closings
        guard !closings.isEmpty else { return book }
        for closing in closings { try? await write(closing) }
        return try await look(list)
    }

    /// The same. A list that lacks what should be in it is read `again` before that counts: one bad answer must not free
    /// what may then be booked twice.
    func open(_ list: ListReading, again: () async throws -> ListReading?) async throws -> TableBook {
        let book = try await open(list)
        guard !book.missing.isEmpty else { return book }
        try await clock.sleep(seconds: ListReading.pause)
        var second = try await again()
        second?.isSecondLook = true
        return try await open(second)
    }

    private func write(_ closing: TableBook.Closing) async throws {
        let now = clock.now
        switch closing {
        case .booked(let entry, let reservation):
            try await store.settle(reservation, account: account, entry: entry, now: now)
            try await store.markSeen(entry: entry, now: now)
        case .seen(let entry): try await store.markSeen(entry: entry, now: now)
        case .notBooked(let entry):
            try await store.close(id: entry, state: .notBooked, reservationID: nil, now: now)
        case .moved(let entry, let row): try await store.move(entry: entry, to: row, now: now)
        case .cancelled(let id, let entry): try await store.markCancelled(id: id, closing: entry, now: now)
        case .relisted(let reservation): try await store.record(reservation, account: account, now: now)
        case .exchanged(let entry, let new, let old):
            try await store.exchange(entry: entry, to: new, old: old, account: account, now: now)
        case .bothHeld(let entry, let new):
            try await store.holdBoth(entry: entry, new: new, account: account, now: now)
        case .neitherHeld(let entry, let old): try await store.holdNeither(entry: entry, old: old, now: now)
        case .notCancelled(let entry):
            try await store.close(id: entry, state: .notCancelled, reservationID: nil, now: now)
        }
    }
}
