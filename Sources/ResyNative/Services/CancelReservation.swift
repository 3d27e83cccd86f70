internal import ResyDomain

/// Cancels a reservation: finds it in the account's list, asks where it costs money, sends once, and reads the list again to
/// be sure.
struct CancelReservation: Sendable {
    let reception: Reception

    func run(_ request: CancellationRequest) async throws -> CancellationOutcome {
        let brought = try await reception.agreements.read(
            token: request.confirmToken, reception.call.answered, for: .cancel)
        try await reception.agreements.spendAnswered(brought)
        // Before the list is read, which may settle it.
        let before = await memory()
        let wanted = try WantedReservation(request, today: today(before), now: reception.clock.now)
        let agreed = brought.given?.agreement.reservation
        let picked: PickedReservation
        do {
            picked = try await find(wanted, agreed)
        } catch let failure as APIFailure where failure != .signedOut && failure != .otherAccount {
            let now = await memory()
            if let known = recalled(wanted, now, because: failure) { return known }
            guard case .stopped(let stop) = failure else { throw failure }
            throw barred(wanted, now, by: stop)
        } catch let error as ResyError where error.code == .reservationNotFound {
            let now = await memory()
            if let gone = cancelledBefore(wanted, now, isListRead: true) { return gone }
            if let open = now.onlyBeingCancelled(wanted) {
                return try await settle(ListedReservation(reservation: open))
            }
            if let id = wanted.id { try refuseOpenChange(of: id, now) }
            picked = try await findAgain(wanted, agreed, after: error)
        }
        let row = picked.row
        // A repeat by name means the one that an earlier call was to cancel, and never another in its place.
        let begun = before.beingCancelled(wanted)
        if let first = begun.first, !begun.contains(where: { $0.id == row.reservation.id }) {
            return try await settle(ListedReservation(reservation: first))
        }
        let account = try await reception.call.accountKey()
        let known = try await reception.ledger(of: account).look()
        try refuseOpenChange(of: row.reservation.id, known)
        if known.cancellation(of: row.reservation.id) != nil { return try await settle(row) }
        // One for another reservation is no yes, and this one is asked about.
        let isMeant = brought.given.map { $0.agreement.reservation == row.reservation.id } ?? true
        if let given = brought.given, isMeant { try await reception.agreements.refuseSpent(given) }
        var work = TableCancellation(service: self, row: row, account: account)
        work.isGuess = picked.isGuess
        return try await DeedRun(
            work, at: reception, brought: brought, asksAnyway: picked.isGuess
        ).run()
    }

    /// Throws where a change of that table has no outcome yet: nobody knows which of the two would be cancelled, and no
    /// cancellation was sent.
    func refuseOpenChange(of id: Int, _ book: TableBook) throws(ResyError) {
        guard let open = book.openExchange(of: id) else { return }
        var table = NamedTable(open.leaving)
        table.id = id
        throw ResyError(
            .conflict, .cancelling(.changeOpen(table, to: NamedTable(open.booking))),
            advice: [.deed(.waitForChange(url: reception.links.reservations))], url: reception.links.reservations)
    }

    /// Another call sent it, in this process or another, and its outcome is not known yet: the list may tell.
    private func settle(_ row: ListedReservation) async throws -> CancellationOutcome {
        let work = TableCancellation(
            service: self, row: row, account: try await reception.call.accountKey(), isEarlier: true)
        return try await DeedRun(work, at: reception, brought: BroughtAnswer()).settle()
    }

    // MARK: - Which is meant

    /// The reservation meant, in the list as it is now. One that was booked from here a moment ago is waited for.
    func find(_ wanted: WantedReservation, _ agreed: Int?) async throws -> PickedReservation {
        for pause in [1.5, 3, 4] {
            let (list, book) = try await freshList()
            guard !book.justBooked(wanted, list).isEmpty else { return try pick(wanted, agreed, list, book) }
            guard reception.call.secondsLeft > pause + 20 else { break }
            try await reception.clock.sleep(seconds: pause)
        }
        let (list, book) = try await freshList()
        let unlisted = book.justBooked(wanted, list)
        guard let first = unlisted.first else { return try pick(wanted, agreed, list, book) }
        // Never another one in its place.
        throw ResyError(
            .reservationNotFound, .cancelling(.notListedYet(NamedTable(first))), advice: [.deed(.callInAMinute)],
            choices: unlisted.map { .reservation($0) })
    }

    /// One list that lacks it is no proof: lists were seen to be empty once, and nobody shall hear that there is none.
    func findAgain(
        _ wanted: WantedReservation, _ agreed: Int?, after error: ResyError
    ) async throws -> PickedReservation {
        guard case .cancelling(.notFound) = error.finding, reception.call.secondsLeft > 25 else { throw error }
        try await reception.clock.sleep(seconds: ListReading.pause)
        return try await find(wanted, agreed)
    }

    private func pick(
        _ wanted: WantedReservation, _ agreed: Int?, _ list: AccountList, _ book: TableBook
    ) throws(ResyError) -> PickedReservation {
        try refuseOpenTries(wanted, list, book)
        var picked = try pick(wanted, agreed, from: list)
        picked.list = book.list
        return picked
    }

    /// As the list has it now.
    func readAgain(_ id: Int) async throws -> ListedReservation {
        let wanted = WantedReservation.number(id)
        do {
            return await completed(try pick(wanted, nil, from: try await reception.list()).row)
        } catch let error as ResyError where error.code == .reservationNotFound {
            try await reception.clock.sleep(seconds: ListReading.pause)
            return await completed(try pick(wanted, nil, from: try await reception.list()).row)
        }
    }

    private func pick(
        _ wanted: WantedReservation, _ agreed: Int?, from list: AccountList
    ) throws(ResyError) -> PickedReservation {
        try wanted.pick(from: list, agreed: agreed, url: reception.links.reservations, now: reception.clock.now)
    }

    /// The list may have news of what earlier calls left open, such as a cancellation of this very table.
    private func freshList() async throws -> (AccountList, TableBook) {
        let asked = reception.clock.now
        reception.call.progress(.readingList)
        var list = try await reception.list(isPaced: true)
        let ledger = reception.ledger(of: try await reception.call.accountKey())
        let known = try? await ledger.open(list.reading(askedAt: asked)) {
            // What one list leaves out is not taken for another of its name.
            let askedAgain = reception.clock.now
            list = try await reception.list()
            return list.reading(askedAt: askedAgain)
        }
        let book: TableBook
        if let known { book = known } else { book = await memory() }
        // All of them, for they are shown where it is not clear which is meant.
        for index in list.rows.indices { list.rows[index] = await completed(list.rows[index]) }
        return (list, book)
    }

    /// With what this home knows of it: Resy's list does not tell what was paid, the terms did.
    func completed(_ row: ListedReservation) async -> ListedReservation {
        let id = row.reservation.id
        var row = row
        if let ours = try? await reception.store.reservation(id: id)?.reservation {
            row.reservation.takeWords(from: ours)
        }
        if let agreed = try? await reception.store.agreedTerms(of: id) { row.takeWords(from: agreed) }
        return row
    }

    /// Throws where a booking without an outcome may be meant, and says of it what is known: never another one in its place,
    /// nor "there is none".
    private func refuseOpenTries(
        _ wanted: WantedReservation, _ list: AccountList, _ book: TableBook
    ) throws(ResyError) {
        let held = list.reservations.filter { $0.status == .confirmed }
        if let id = wanted.id, held.contains(where: { $0.id == id }) { return }
        // Of a change the table that is held tells.
        let tries = book.openBookings.filter { entry in
            wanted.mayMean(entry, book.now) && !held.contains { book.openExchange(of: $0.id)?.booking.id == entry.id }
        }
        guard let first = tries.first else { return }
        let fitting = held.filter { wanted.mayMean($0, book.now) || wanted.isKin($0.venue) }
        throw ResyError(
            fitting.isEmpty ? .reservationNotFound : .reservationAmbiguous,
            .cancelling(.maybeNeverBooked(wanted, NamedTable(first), more: tries.count - 1)),
            advice: [.deed(.waitUntilListed(url: reception.links.reservations, orOthers: !fitting.isEmpty))],
            choices: fitting.map { .reservation($0) })
    }

    // MARK: - While Resy's list does not show it, or cannot be had

    /// For words alone: at the restaurant whose table comes next, else where it is Resy's.
    func today(_ book: TableBook) -> CalendarDay {
        let zone = book.tables.lazy.compactMap(\.reservation.venue.zone).first ?? Zone(named: "America/New_York")
        return zone?.local(reception.clock.now).day ?? .earliest(at: reception.clock.now)
    }

    /// What this home knows by itself.
    func memory() async -> TableBook {
        (try? await reception.ledger(of: reception.call.accountKey()).look()) ?? .empty(reception.clock.now)
    }

    /// Of the one that is meant: it was cancelled before, or a cancellation has no outcome yet.
    private func recalled(
        _ wanted: WantedReservation, _ book: TableBook, because failure: APIFailure
    ) -> CancellationOutcome? {
        if let gone = cancelledBefore(wanted, book, isListRead: false) { return gone }
        guard let held = book.onlyBeingCancelled(wanted), let open = book.cancellation(of: held.id) else { return nil }
        let url = reception.links.reservations
        return CancellationOutcome(
            .unknown, held,
            remarks: [
                .cancelling(.earlier(CancellationSoFar(open, now: book.now))),
                .cancelling(.because(failure.explained(url: url).finding)),
                .cancelling(.lookWhetherItStands(url: url, Deadline(of: held, now: reception.resysNow))),
            ])
    }

    private func cancelledBefore(
        _ wanted: WantedReservation, _ book: TableBook, isListRead: Bool
    ) -> CancellationOutcome? {
        guard let id = wanted.id,
            let known = book.memory.first(where: { $0.reservation.id == id })?.reservation, known.status == .cancelled
        else { return nil }
        var done = CancellationOutcome(
            .cancelled, known, remarks: [.cancelling(.cancelledBefore(isListRead: isListRead))])
        done.isEarlier = true
        return done
    }

    /// While Resy is not asked, a deadline may pass: where to cancel by hand, and by when, as far as this home knows.
    private func barred(_ wanted: WantedReservation, _ book: TableBook, by stop: Breaker.Stop) -> ResyError {
        var error = stop.explained(url: reception.links.reservations)
        let known = book.mayBeMeant(wanted).compactMap { held -> CancellationFinding.Known? in
            if held.status == .cancelled { return .init(table: NamedTable(held), what: .cancelled) }
            if let open = book.cancellation(of: held.id) {
                let sofar = CancellationSoFar(open, now: book.now)
                return .init(table: NamedTable(held), what: .cancelling(sofar))
            }
            guard held.status == .confirmed else { return nil }
            return .init(table: NamedTable(held), what: .held(Deadline(of: held, now: reception.resysNow)))
        }
        error.finding = .together([error.finding, .cancelling(.notAsked(known))])
        return error.tellingOutcome()
    }
}

extension TableBook {
    /// Tables still to come that this home knows of, cancelled ones too.
    fileprivate func mayBeMeant(_ wanted: WantedReservation) -> [Reservation] {
        memory.map(\.reservation).filter { wanted.mayMean($0, now) }
    }

    fileprivate func beingCancelled(_ wanted: WantedReservation) -> [Reservation] {
        mayBeMeant(wanted).filter { $0.status == .confirmed && isBeingCancelled($0.id) }
    }

    /// Nil where several tables may be meant.
    fileprivate func onlyBeingCancelled(_ wanted: WantedReservation) -> Reservation? {
        let held = mayBeMeant(wanted).filter { $0.status == .confirmed }
        return held.count == 1 && isBeingCancelled(held[0].id) ? held[0] : nil
    }

    /// Booked from here a moment ago, and not in the list yet. One that is being cancelled meanwhile need not come.
    fileprivate func justBooked(_ wanted: WantedReservation, _ list: AccountList) -> [Reservation] {
        memory.filter { ours in
            standing(of: ours.reservation.id) == .justBooked && wanted.mayMean(ours.reservation, now)
                && now.seconds - ours.recordedAt.seconds < 60 && !list.gaps.unread.contains(ours.reservation.id)
        }.map(\.reservation)
    }
}
