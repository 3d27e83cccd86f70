internal import ResyDomain

/// Cancels a reservation: finds it in the account's list, asks where it costs money, sends once, and reads the
/// list again to be sure.
struct CancelReservation: Sendable {
    let call: AccountCall
    let store: Store
    let agreements: Agreements
    let commitments: Commitments
    let links: VenueLinks
    let settings: Settings
    let clock: any WallClock

    func run(_ request: CancellationRequest) async throws -> CancellationOutcome {
        let brought = try agreements.read(token: request.confirmToken, call.answered, for: .cancel)
        try await agreements.spendAnswered(brought)
        let wanted = try Wanted(request)
        // Before the list is read, which may settle them.
        let begun = await openCancellations(wanted)
        let row: ListedReservation
        do {
            row = try await find(wanted)
        } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
            if let known = await recalled(wanted, because: failure) { return known }
            guard case .stopped(let stop) = failure else { throw failure }
            throw await barred(wanted, by: stop)
        } catch let error as ResyError where error.code == .reservationNotFound {
            if let gone = await alreadyCancelled(wanted, isListRead: true) { return gone }
            guard let held = await beingCancelled(wanted) else { throw error }
            let account = try await call.accountKey()
            return await underWay(ListedReservation(reservation: held), account: account)
        }
        let account = try await call.accountKey()
        // A repeat by name means the one that an earlier call was to cancel, and never another in its place.
        if let first = begun.first, !begun.contains(where: { $0.id == row.reservation.id }) {
            return await underWay(ListedReservation(reservation: first), account: account)
        }
        let key = JournalKey(row.reservation, account: account)
        if let earlier = try await store.entry(for: key, kind: .cancel), earlier.isOpen {
            return await underWay(row, account: account)
        }
        // One for another reservation is no yes, and this one is asked about.
        if let given = brought.given, given.agreement.reservation == row.reservation.id {
            try await agreements.refuseSpent(given)
        }
        do {
            switch try await agree(row, account: account, brought) {
            case .finished(let outcome): return outcome
            case .goAhead(let row):
                try Task.checkCancellation()
                return try await commitments.run { [self] in
                    try await send(row, account: account, spending: brought.given)
                }
            }
        } catch let failure as APIFailure {
            // Before the intent: what was sent ends as an outcome.
            throw failure.explained(url: links.reservations)
        }
    }

    /// The reservation meant, in the list as it is now. One that was booked from here a moment ago is waited for.
    private func find(_ wanted: Wanted) async throws -> ListedReservation {
        for pause in [1.5, 3, 4] {
            let list = try await freshList()
            guard await !unlisted(wanted, list).isEmpty else { return try await pick(wanted, list) }
            guard call.secondsLeft > pause + 20 else { break }
            try await clock.sleep(seconds: pause)
        }
        let list = try await freshList()
        let unlisted = await unlisted(wanted, list)
        guard !unlisted.isEmpty else { return try await pick(wanted, list) }
        // Never another one in its place.
        throw ResyError(
            .reservationNotFound,
            "\(CleanText.quoted(unlisted[0].venue.name)) (\(unlisted[0].confirmationID)) was booked a moment ago, and "
                + "Resy's list does not show it yet.",
            hint: "Call again in a minute, with the confirmation_id of the one that is meant.",
            choices: unlisted.map { .reservation($0) })
    }

    private func pick(
        _ wanted: Wanted, _ list: AccountList
    ) async throws -> ListedReservation {
        try await refuseOpenTries(wanted, list.rows)
        return try wanted.pick(from: list, url: links.reservations)
    }

    /// With what this home knows of it: Resy's list does not tell what was paid, the terms did.
    func completed(_ row: ListedReservation) async -> ListedReservation {
        let id = row.reservation.id
        var row = row
        if let ours = try? await store.reservation(id: id)?.reservation { row.reservation.takeWords(from: ours) }
        if let agreed = try? await store.agreedTerms(of: id) { row.takeWords(from: agreed) }
        return row
    }

    /// `settles`: to see what became of a cancellation that was sent.
    func rows(
        isPaced: Bool = true, settles: Bool = false
    ) async throws -> AccountList {
        try await call.withAccess { resy in
            call.progress("reading the reservations")
            return try await resy.reservations(isPaced: isPaced, settles: settles)
        }
    }

    /// The list may have news of what earlier calls left open, such as a cancellation of this very table.
    private func freshList() async throws -> AccountList {
        let asked = clock.now
        var list = try await rows()
        if let account = try? await call.accountKey() {
            await Settlement(store: store, clock: clock).read(
                list.reservations, isWhole: list.isWhole, askedAt: asked, account: account)
        }
        // All of them, for they are shown where it is not clear which is meant.
        for index in list.rows.indices { list.rows[index] = await completed(list.rows[index]) }
        return list
    }

    /// Tables booked from here a moment ago that may be meant and are not in the list yet.
    private func unlisted(
        _ wanted: Wanted, _ list: AccountList
    ) async -> [Reservation] {
        guard let account = try? await call.accountKey(),
            let local = try? await store.localReservations(account: account, since: .earliest(at: clock.now))
        else { return [] }
        let missing = local.filter { ours in
            ours.reservation.status == .confirmed && ours.reservation.source == .resyMCP
                && wanted.mayMean(ours.reservation)
                && clock.now.seconds - ours.recordedAt.seconds < 60
                && !list.rows.contains { $0.reservation.id == ours.reservation.id }
                && !list.unread.contains(ours.reservation.id)
        }
        var unlisted: [Reservation] = []
        for table in missing.map(\.reservation) {
            // One that was cancelled meanwhile need not come.
            guard let entries = try? await store.entries(of: table.id), !entries.contains(where: { $0.kind == .cancel })
            else { continue }
            unlisted.append(table)
        }
        return unlisted
    }

    func outcome(
        _ status: CancellationOutcome.Status, _ row: ListedReservation, notes: [String]
    ) -> CancellationOutcome {
        var held = row.reservation
        // By either clock: an answer's words go by ours.
        if !row.chargesNow(now).isEmpty { held.dropFreeTime(after: min(now, clock.now)) }
        return CancellationOutcome(
            status: status, reservation: held, refund: nil, confirmToken: nil, confirmBefore: nil,
            notes: notes)
    }
}

extension JournalKey {
    /// The table that a reservation holds.
    init(_ held: Reservation, account: String) {
        self.init(account: account, venue: held.venue.id, day: held.day, time: held.time, party: held.party)
    }
}

extension Reservation {
    /// What costs money already is not told as free until a moment to come.
    fileprivate mutating func dropFreeTime(after now: Instant) {
        if let until = cancelBy, until > now { cancelBy = nil }
        charges = charges.withoutTime(after: now)
    }
}

extension ListedReservation {
    /// What it was booked under from here, where the list says less.
    fileprivate mutating func takeWords(from agreed: AgreedTerms) {
        terms = agreed.lines.reduce(into: terms ?? []) { if !$0.contains($1) { $0.append($1) } }
        guard !reservation.charges.isEmpty, !reservation.charges.contains(where: \.saysSomething) else { return }
        reservation.charges = agreed.charges.ending(by: reservation.cancelBy)
    }

    /// What cancelling at that moment costs; empty where it is known to cost nothing.
    func chargesNow(_ now: Instant) -> Charges {
        let charges = reservation.charges
        // Resy's own word that it applies outweighs a date; a date that is past outweighs its word that it does not.
        if feeApplies == true { return charges }
        if let until = charges.freeUntil ?? reservation.cancelBy { return now >= until ? charges : [] }
        // That no fee applies says nothing of what was paid, or of money that stands in words.
        return feeApplies == false ? charges.only { $0.kind != .cancellation } : charges
    }
}
