internal import ResyDomain

/// Whether the way to a table is free: what the journal and the account's list say of it, and of others that evening.
extension BookTable {
    enum Way {
        case settled(BookingOutcome)
        case free(BookingPlan, Slot, because: SeatingChoice?)
    }

    func way(_ plan: BookingPlan) async throws -> Way {
        var plan = plan
        var book = try await book(&plan)
        if let old = plan.replaced { book = book.leavingOut(old) }
        if let settled = try earlier(plan, book) ?? heldElsewhere(plan, book) { return .settled(settled) }
        if let given = plan.brought.given, plan.isMeant(by: given.agreement) {
            try await reception.agreements.refuseSpent(given)
        }
        if let open = book.openBooking(near: plan.sitting, except: plan.key) {
            throw conflict(plan, book, with: open)
        }
        if let fault = plan.fault { throw fault }
        let (slot, why) = try chosen(plan, book)
        return .free(plan, slot, because: why)
    }

    /// The same with the list as it is now: a question took its time, and a table may have been booked meanwhile.
    func wayNow(_ plan: BookingPlan) async throws -> Way {
        var plan = plan
        try refuseThePast(plan.venue, plan.evening, plan.time)
        (plan.list, plan.fault) = try await heldNow(plan.request)
        return try await way(plan)
    }

    private func book(_ plan: inout BookingPlan) async throws -> TableBook {
        let ledger = reception.ledger(of: plan.account, showsCancelled: false)
        guard let list = plan.list else { return try await ledger.open(nil) }
        var (fault, request) = (plan.fault, plan.request)
        let book = try await ledger.open(list) {
            let (again, why) = try await heldNow(request)
            fault = why
            return again
        }
        (plan.list, plan.fault) = (book.list, fault)
        return book
    }

    // MARK: - This very table

    /// What is known of an earlier booking of it; nil where there is none and the way is free.
    func earlier(_ plan: BookingPlan, _ book: TableBook) throws -> BookingOutcome? {
        guard let entry = book.booking(of: plan.key) else { return nil }
        let url = reception.links.reservations
        switch book.standing(of: plan.key) {
        case .none, .cancelled: return nil
        case .maybeBooked: return outcome(plan, .unknown, entry, nil, .triedBefore(url: url))
        case .cancelling, .maybeCancelled:
            let held = book.row(of: plan.key)
            guard let id = held?.id ?? entry.reservationID, let open = book.cancellation(of: id) else { return nil }
            let sofar = CancellationSoFar(open, now: book.now)
            return outcome(
                plan, .unknown, entry, held, .bookedAndMaybeCancelled(id: id, sofar, url: url))
        case .held(let row):
            try refuseAnotherSeating(plan, entry)
            return outcome(plan, .booked, entry, book.withOurWords(row), .bookedBefore)
        case .remembered:
            try refuseAnotherSeating(plan, entry)
            return outcome(plan, .booked, entry, nil, .bookedBeforeListUnread)
        case .justBooked, .missing, .begun:
            try refuseAnotherSeating(plan, entry)
            return outcome(plan, .booked, entry, nil, .bookedJustNow)
        }
    }

    /// The account holds this very table, and it was booked elsewhere; nil where the list has none, or one that differs in
    /// anything.
    private func heldElsewhere(_ plan: BookingPlan, _ book: TableBook) -> BookingOutcome? {
        let row = book.list?.rows.first { row in
            row.status == .confirmed && row.isDaySure && plan.key.isHeld(by: row) && isSeatedAsWished(row, plan)
        }
        guard let row, book.booking(of: plan.key) == nil, book.cancellation(of: row.id) == nil else { return nil }
        return outcome(plan, .booked, nil, book.withOurWords(row), .bookedElsewhere)
    }

    private func isSeatedAsWished(_ row: Reservation, _ plan: BookingPlan) -> Bool {
        plan.seating.isAny || row.seating.map { !plan.seating.fitting([$0]).isEmpty } ?? false
    }

    /// A seating that was not booked is not told as booked.
    private func refuseAnotherSeating(_ plan: BookingPlan, _ entry: JournalEntry) throws(ResyError) {
        let booked = entry.about.seating
        guard let wanted = plan.request.seating, !booked.isBlank, plan.seating.fitting([booked]).isEmpty else { return }
        throw ResyError(
            .conflict, .held(.bookedWithOtherSeating(booked, id: entry.reservationID, wanted: wanted)),
            advice: [.deed(.otherSeatingInstead)], url: plan.url)
    }

    private func outcome(
        _ plan: BookingPlan, _ status: BookingOutcome.Status, _ entry: JournalEntry?, _ held: Reservation?,
        _ remark: BookingRemark
    ) -> BookingOutcome {
        let agreed = entry?.about.terms
        // As it was agreed to, else as the list has it; where neither tells, it is not known to cost nothing.
        let slot = Slot(
            token: nil, day: plan.sitting.day, time: plan.time, seating: held?.seating ?? entry?.about.seating ?? "",
            obstacle: nil, charges: agreed?.charges ?? held?.charges ?? [.notStated(from: .terms)])
        var outcome = plan.outcome(status, slot, byHand: reception.links.reservations, remarks: [.booking(remark)])
        outcome.reservationID = status == .booked ? held?.id ?? entry?.reservationID : nil
        (outcome.terms, outcome.cancelBy) = (agreed?.lines, agreed?.cancelBy ?? held?.cancelBy)
        outcome.earlier = EarlierBooking(entry: entry?.id, row: held)
        return outcome
    }

    // MARK: - Another table that evening

    /// The table to book. A table that is held stands in the way only of one that can be had: nobody shall give it up for
    /// nothing. At the same restaurant it is told all the same, since it may be what the caller means.
    private func chosen(_ plan: BookingPlan, _ book: TableBook) throws -> (Slot, SeatingChoice?) {
        let choice = Result { try choose(plan) }
        guard !plan.request.allowOverlap, plan.list != nil, let clash = book.clash(with: plan.sitting) else {
            return try choice.get()
        }
        guard case .failure(let obstacle) = choice else {
            throw conflict(plan, book, with: clash.reservation)
        }
        guard clash.reason == .sameVenueThatEvening, let obstacle = obstacle as? ResyError else { throw obstacle }
        var error = conflict(plan, book, with: clash.reservation, anyway: obstacle.finding)
        error.advice = [.deed(.notForNothing)]
        throw error
    }

    func conflict(_ plan: BookingPlan, _ book: TableBook, with other: JournalEntry) -> ResyError {
        let held = book.memory.first { $0.reservation.id == other.reservationID }?.reservation
        if other.state == .booked, let held { return conflict(plan, book, with: held) }
        let (table, part) = (NamedTable(other), Evening.part(of: [plan.time, other.key.time]))
        guard other.isOpen else {
            return ResyError(
                .conflict, .held(.held(table, part, anyway: nil)),
                advice: [.deed(other.key.venue == plan.venue.id ? .moveOrKeepBoth : .swapOrKeepBoth)], url: plan.url)
        }
        let isYoung = other.isYoung(reception.clock.now)
        return ResyError(
            .conflict, .held(isYoung ? .bookingUnderWay(table, part) : .maybeBooked(table, part)),
            advice: [.deed(.waitForOutcome(url: reception.links.reservations))], url: plan.url
        ).tellingOutcome()
    }

    private func conflict(
        _ plan: BookingPlan, _ book: TableBook, with held: Reservation, anyway: Finding? = nil
    ) -> ResyError {
        let (table, part) = (NamedTable(held), Evening.part(of: [plan.time, held.time]))
        guard let open = book.cancellation(of: held.id) else {
            let isThere = held.venue.id == plan.venue.id
            let isOtherParty =
                isThere && held.evening == plan.evening && held.time == plan.time
                && held.party != plan.request.party
            return ResyError(
                .conflict, .held(.held(table, part, anyway: anyway)),
                advice: [.deed(isOtherParty ? .ofThatParty(held.party) : isThere ? .moveOrKeepBoth : .swapOrKeepBoth)],
                choices: [.reservation(held)], url: plan.url)
        }
        let sofar = CancellationSoFar(open, now: book.now)
        return ResyError(
            .conflict, .held(.maybeHeld(table, part, sofar, anyway: anyway)), advice: [.deed(.waitForCancellation)],
            choices: [.reservation(held)], url: plan.url)
    }
}
