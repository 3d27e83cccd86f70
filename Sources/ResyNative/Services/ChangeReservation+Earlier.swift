internal import ResyDomain

/// What an earlier call began with that table, in whatever process.
extension ChangeReservation {
    /// Nil where nothing of it is left to be told or settled.
    func earlier(
        _ picked: PickedReservation, _ target: ChangeTarget, _ request: ChangeRequest, _ brought: BroughtAnswer
    ) async throws -> ChangeOutcome? {
        let held = picked.row.reservation
        let book = try await reception.ledger(of: try await reception.call.accountKey()).look(picked.list)
        guard let entry = book.change(of: held.id) else {
            guard let open = book.cancellation(of: held.id) else { return nil }
            throw ResyError(
                .conflict, .changing(.beingCancelled(NamedTable(held), CancellationSoFar(open, now: book.now))),
                advice: [.deed(.waitForCancelled(url: reception.links.reservations))])
        }
        guard !entry.isOpen else { return try await settle(entry, picked.row, book, for: target) }
        guard entry.reservationID != held.id else {
            // Resy changed it and left its number as it was.
            let isMet = target.isMet(by: entry.key, seating: entry.about.seating) && entry.key.isHeld(by: held)
            return isMet && request.wishes.isEmpty ? changedBefore(held, to: held, by: entry) : nil
        }
        switch ChangeEnd.of(new: book.standing(of: entry.key), old: book.standing(of: held.id)) {
        case .bothHeld:
            guard target.isMet(by: entry.key, seating: entry.about.seating) else {
                throw bothHeld(held, entry)
            }
            return try await settleBoth(entry, picked.row, book, brought)
        case .unknown: return told(.unknown, held, entry, [.triedBefore(url: reception.links.reservations)])
        case .changed, .notChanged, .neitherHeld: return nil
        }
    }

    /// It is not in the list: an earlier change may have given it up.
    func gone(
        _ wanted: WantedReservation, _ request: ChangeRequest, because error: ResyError
    ) async throws -> ChangeOutcome {
        let account = try await reception.call.accountKey()
        guard let id = wanted.id, let old = try await reception.store.reservation(id: id)?.reservation else {
            throw error
        }
        guard let entry = try await reception.store.change(of: id, account: account) else {
            throw old.status == .cancelled ? cancelled(old, error) : error
        }
        let asked = reception.clock.now
        let list = try await reception.list()
        let book = try await reception.ledger(of: account).open(list.reading(askedAt: asked))
        if entry.isOpen, let open = book.change(of: id), open.isOpen {
            let target = try ChangeTarget(request, of: old, now: reception.clock.now)
            return try await settle(open, ListedReservation(reservation: old), book, for: target)
        }
        let new = book.row(of: entry.key) ?? book.memory.first { $0.reservation.id == entry.reservationID }?.reservation
        guard let new, ChangeEnd.of(new: book.standing(of: entry.key), old: .cancelled) == .changed else { throw error }
        let target = try ChangeTarget(request, of: old, now: reception.clock.now)
        guard target.isMet(by: entry.key, seating: entry.about.seating) else {
            var other = error
            other.finding = .changing(.changedBefore(old: NamedTable(old), new: NamedTable(new)))
            (other.advice, other.choices) = ([.deed(.nameTheNewOne)], [.reservation(new)])
            throw other
        }
        return changedBefore(old, to: book.withOurWords(new), by: entry)
    }

    private func cancelled(_ old: Reservation, _ error: ResyError) -> ResyError {
        var error = error
        error.finding = .changing(.cancelledBefore(NamedTable(old)))
        return error
    }

    func bothHeld(_ held: Reservation, _ entry: JournalEntry) -> ResyError {
        ResyError(
            .conflict, .held(.held(NamedTable(entry), Evening.part(of: [entry.key.time, held.time]), anyway: nil)),
            advice: [.deed(.giveUpTheOther)], choices: [.reservation(held)])
    }

    func changedBefore(_ old: Reservation, to new: Reservation, by entry: JournalEntry) -> ChangeOutcome {
        var outcome = told(.changed, old, entry, [.changedBefore], new: new)
        (outcome.isEarlier, outcome.old.status) = (true, .cancelled)
        outcome.old.dropCancelling()
        return outcome
    }

    // MARK: - Settling

    /// A change that has no outcome yet. Throws where this call asks for another one, which was not tried.
    private func settle(
        _ entry: JournalEntry, _ row: ListedReservation, _ book: TableBook, for target: ChangeTarget
    ) async throws -> ChangeOutcome {
        let end = try await settle(entry, row, book)
        guard end.status == .unknown, !target.isMet(by: entry.key, seating: entry.about.seating) else { return end }
        throw changeOpen(of: row.reservation, by: entry, notTried: target.table(insteadOf: row.reservation))
    }

    /// Another change of that table has no outcome yet: nothing was sent for this one.
    func changeOpen(of held: Reservation, by entry: JournalEntry, notTried: NamedTable?) -> ResyError {
        ResyError(
            .conflict, .changing(.changeOpen(NamedTable(held), to: NamedTable(entry), notTried: notTried)),
            advice: [.deed(.waitForChange(url: reception.links.reservations))], url: reception.links.reservations
        )
        .tellingOutcome()
    }

    /// Of Resy's own the list may tell, as of a booking that was begun.
    private func settle(_ entry: JournalEntry, _ row: ListedReservation, _ book: TableBook) async throws
        -> ChangeOutcome
    {
        guard let open = book.openExchange(of: row.reservation.id) else {
            return told(.unknown, row.reservation, entry, [.triedBefore(url: reception.links.reservations)])
        }
        var row = row
        // As it was before.
        row.reservation.day = Evening.start(open.exchange.old.key.time, of: open.exchange.old.key.day)
        (row.reservation.time, row.reservation.party) = (open.exchange.old.key.time, open.exchange.old.key.party)
        row.reservation.seating = open.exchange.old.seating.isBlank ? nil : open.exchange.old.seating
        let work = earlierWork(entry, row, by: .resyChange)
        switch try await DeedRun(work, at: reception, brought: BroughtAnswer()).settle() {
        case .ended(let outcome): return outcome
        case .notOffered(_, let old): return told(.unknown, old.reservation, entry)
        }
    }

    /// Both are held since: the old one is cancelled, after a question where that costs.
    private func settleBoth(
        _ entry: JournalEntry, _ row: ListedReservation, _ book: TableBook, _ brought: BroughtAnswer
    ) async throws -> ChangeOutcome {
        let held = row.reservation
        let isBegun = book.cancellation(of: held.id) != nil
        var work = TableCancellation(
            service: canceller, row: row, account: entry.key.account, isEarlier: isBegun)
        work.partOf = .change
        let end: CancellationOutcome
        if isBegun {
            end = try await DeedRun(work, at: reception, brought: BroughtAnswer()).settle()
        } else {
            var brought = brought
            // The one that the new table was booked by is used up.
            if let given = brought.given, !given.agreement.isAbout(work.agreement()) { brought = BroughtAnswer() }
            if let given = brought.given { try await reception.agreements.refuseSpent(given) }
            end = try await DeedRun(work, at: reception, brought: brought).run()
        }
        let (status, remarks) = left(end)
        let new = book.row(of: entry.key) ?? book.memory.first { $0.reservation.id == entry.reservationID }?.reservation
        var outcome = told(status, end.reservation, entry, remarks, new: new.map { book.withOurWords($0) })
        if end.status == .needsConfirmation {
            outcome.status = .needsConfirmation
            (outcome.confirmToken, outcome.confirmBefore, outcome.question) = (
                end.confirmToken, end.confirmBefore, end.question
            )
            (outcome.terms, outcome.isNewBooked) = (end.terms, true)
        }
        let now = reception.resysNow
        outcome.lost = row.chargesNow(now).withoutTime(after: now)
        return outcome
    }

    /// What the cancellation of the old table makes of a change whose new one is held.
    func left(_ end: CancellationOutcome) -> (ChangeOutcome.Status, [ChangeRemark]) {
        switch end.status {
        case .cancelled: return (.changed, [])
        case .unknown: return (.bothHeld, [.oldMaybeCancelled(url: reception.links.reservations)])
        case .notCancelled:
            for case .failure(let finding, _) in end.remarks { return (.bothHeld, [.oldNotCancelled(finding)]) }
            return (.bothHeld, [.oldNotCancelled(nil)])
        case .needsConfirmation, .declined: return (.bothHeld, [.oldKept])
        }
    }

    // MARK: - Telling

    func told(
        _ status: ChangeOutcome.Status, _ old: Reservation, _ entry: JournalEntry, _ remarks: [ChangeRemark] = [],
        new: Reservation? = nil
    ) -> ChangeOutcome {
        var outcome = outcome(status, old, remarks)
        if status == .changed {
            outcome.old.status = .cancelled
            outcome.old.dropCancelling()
        }
        outcome.new = new ?? wanted(entry, at: old.venue)
        outcome.way = entry.about.change?.way
        outcome.atStake = entry.about.terms?.charges
        return outcome
    }

    private func wanted(_ entry: JournalEntry, at venue: Venue) -> Reservation {
        Reservation(
            id: entry.reservationID ?? 0, venue: venue, day: entry.sitting.day, time: entry.key.time,
            party: entry.key.party, seating: entry.about.seating, status: .confirmed,
            cancelBy: entry.about.terms?.cancelBy, charges: entry.about.terms?.charges ?? [], mayCancel: true,
            source: .resyMCP, specialRequests: nil)
    }

    private func earlierWork(_ entry: JournalEntry, _ row: ListedReservation, by way: ChangeWay) -> TableChange {
        let venue = row.reservation.venue
        let plan = BookingPlan(
            request: BookingRequest(
                restaurant: venue.name, date: entry.key.day.iso, time: entry.key.time.clock, party: entry.key.party),
            account: entry.key.account, email: nil, venue: venue, evening: entry.key.day, time: entry.key.time,
            url: reception.links.page(of: venue, day: entry.key.day, party: entry.key.party),
            replaced: row.reservation.id)
        let slot = Slot(
            token: nil, day: entry.sitting.day, time: entry.key.time, seating: entry.about.seating, obstacle: nil,
            charges: entry.about.terms?.charges ?? [])
        var work = TableChange(
            service: self, booking: TableBooking(service: booker, plan: plan, slot: slot, because: nil), old: row,
            way: way)
        work.earlier = entry
        return work
    }
}
