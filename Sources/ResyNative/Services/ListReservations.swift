internal import ResyDomain

/// The account's tables, from Resy where it answers and from this home's memory where it does not.
struct ListReservations: Sendable {
    let call: AccountCall
    let store: Store
    let clock: any WallClock
    let links: VenueLinks

    /// Shown from memory: some years of an eager diner's evenings.
    private static let mostRemembered = 200
    private static let mostCancelled = 50

    func run(includingPast: Bool) async throws -> ReservationList {
        do {
            let (list, asked, fault) = try await read(includingPast)
            let account = try await call.accountKey()
            guard list.isWhole,
                await !SecondLook(store: store, clock: clock)
                    .missing(from: list.reservations, askedAt: asked, account: account).isEmpty
            else { return try await merged(list, of: account, askedAt: asked, includingPast, without: fault) }
            try await clock.sleep(seconds: SecondLook.pause)
            let (again, then, faultThen) = try await read(includingPast)
            return try await merged(again, of: account, askedAt: then, includingPast, without: faultThen)
        } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
            return try await remembered(includingPast, because: failure.explained())
        } catch let error as ResyError where error.couldNotAsk {
            return try await remembered(includingPast, because: error)
        }
    }

    /// With why the past alone could not be read: what is to come does not go for it.
    private func read(
        _ includingPast: Bool
    ) async throws -> (AccountList, askedAt: Instant, fault: APIFailure?) {
        let asked = clock.now
        let (list, fault) = try await call.withAccess { resy in
            call.progress("reading the reservations")
            var list = try await resy.reservations()
            guard includingPast else { return (list, APIFailure?.none) }
            do {
                list.add(past: try await resy.reservations(past: true))
                return (list, nil)
            } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
                return (list, failure)
            }
        }
        return (list, asked, fault)
    }

    private func merged(
        _ list: AccountList, of account: String, askedAt moment: Instant, _ includingPast: Bool,
        without fault: APIFailure?
    ) async throws -> ReservationList {
        await Settlement(store: store, clock: clock).read(
            list.reservations, isWhole: list.isWhole, askedAt: moment, account: account)
        await DeliverWish(call: call, store: store, clock: clock).read(list.reservations, account: account)
        let local =
            (try? await store.localReservations(
                account: account, since: .earliest(at: clock.now), and: list.reservations)) ?? []
        var seen: Set<Int> = []
        var merged = list.reservations.filter { seen.insert($0.id).inserted }.map { row in
            guard let ours = local.first(where: { $0.reservation.id == row.id }) else { return row }
            var row = row
            row.seating = row.seating ?? ours.reservation.seating
            row.takeWords(from: ours.reservation)
            return row
        }
        let open = await openEntries(account)
        // What a whole list lacks is cancelled, whether or not that could be recorded.
        let cancelling = open.filter {
            $0.kind == .cancel && (!list.isWhole || seen.contains($0.reservationID ?? 0))
        }
        var notes = openTries(open) + openCancellations(cancelling)
        notes += list.gaps(url: links.reservations)
        if let fault {
            let error = fault.explained()
            notes.append("Past reservations could not be read, so some are missing. \(error.message) \(error.hint)")
        }
        for ours in local where !seen.contains(ours.reservation.id) && ours.reservation.status == .confirmed {
            // One from elsewhere is remembered from a list that showed it.
            let isBeingCancelled = open.contains {
                $0.kind == .cancel && $0.reservationID == ours.reservation.id
            }
            if ours.reservation.source == .resyMCP, !isBeingCancelled,
                await !store.isGone(ours.reservation, fromListAskedAt: moment, account: account, now: clock.now)
            {
                merged.append(ours.reservation)
                notes.append(
                    "\(ours.reservation.confirmationID) was booked a moment ago, and Resy's list does not show it just now."
                )
            } else if list.isWhole, !ours.reservation.hasBegun(by: clock.now) {
                // Resy's list is the truth: it was cancelled somewhere else.
                try? await store.markCancelled(id: ours.reservation.id, now: clock.now)
            }
        }
        if includingPast {
            let (gone, note) = await cancelled(account)
            merged += gone.filter { !seen.contains($0.id) }
            notes += note
        }
        let shown = shown(merged, includingPast, past: list.past)
        var answer = ReservationList(reservations: shown, isSynced: list.isWhole && fault == nil, notes: notes)
        answer.undelivered = await undelivered(of: shown, account)
        return answer
    }

    /// Those that this home knows to be cancelled, which Resy's list leaves out; the latest of them.
    private func cancelled(_ account: String) async -> ([Reservation], notes: [String]) {
        let most = Self.mostCancelled
        let known = (try? await store.cancelledReservations(account: account, latest: most + 1)) ?? []
        let notes = known.count > most ? ["Of the cancelled ones only the latest \(most) are shown."] : []
        return (known.suffix(most).map(\.reservation), notes)
    }

    private func remembered(
        _ includingPast: Bool, because error: ResyError
    ) async throws -> ReservationList {
        let account = try await call.accountKey()
        let local =
            includingPast
            ? try await store.localReservations(account: account, latest: Self.mostRemembered + 1)
            : try await store.localReservations(account: account, since: .earliest(at: clock.now))
        let open = await openEntries(account)
        var notes = openTries(open) + openCancellations(open.filter { $0.kind == .cancel })
        notes.append(
            "Resy's list could not be had, so this is what was booked from here; bookings made elsewhere are missing. "
                + error.message + " " + error.hint)
        if includingPast, local.count > Self.mostRemembered {
            notes.append("Only the latest \(Self.mostRemembered) are shown.")
        }
        let remembered = includingPast ? local.suffix(Self.mostRemembered) : local[...]
        let shown = shown(remembered.map(\.reservation), includingPast)
        var answer = ReservationList(reservations: shown, isSynced: false, notes: notes)
        answer.undelivered = await undelivered(of: shown, account)
        return answer
    }

    /// `past`: filed there by Resy, which may mark a meal as finished no sooner than the next day.
    private func shown(_ all: [Reservation], _ includingPast: Bool, past: Set<Int> = []) -> [Reservation] {
        all.map { reservation in
            var reservation = reservation
            let isOver =
                reservation.isOver(by: clock.now)
                || past.contains(reservation.id) && reservation.hasBegun(by: clock.now)
            if reservation.status == .confirmed, isOver { reservation.status = .past }
            if reservation.status == .cancelled { reservation.dropCancelling() }
            return reservation
        }
        .filter { includingPast || $0.status == .confirmed || $0.status == .unknown }
        .sorted { ($0.day, $0.time, $0.id) < ($1.day, $1.time, $1.id) }
    }
}
