internal import ResyDomain

extension BookTable {
    /// What the journal and the list say of an earlier booking of this very table; nil where there is none and
    /// the way is free.
    func settleEarlier(_ plan: Plan) async throws -> BookingOutcome? {
        guard let entry = try await store.entry(for: plan.key, kind: .book), entry.isStanding else { return nil }
        guard entry.state == .booked else {
            return outcome(
                plan, .unknown, entry,
                notes: [
                    "An earlier try to book this table has no clear outcome yet, so nothing was sent again. Look at "
                        + "\(links.reservations) or call my_reservations; after ten minutes a list without it settles that it was not booked."
                ])
        }
        let match = plan.held?.first {
            plan.key.isHeld(by: $0) || $0.id == entry.reservationID && $0.isTaken
        }
        if let id = match?.id ?? entry.reservationID, let open = try await store.openCancellation(of: id) {
            return outcome(
                plan, .unknown, entry, held: match,
                notes: [
                    "This table was booked before (RESY-\(id)); \(open.cancellationSoFar(clock.now)), so nothing was sent. "
                        + "Look at \(links.reservations) or call my_reservations: once it is known to be cancelled, it can be "
                        + "booked anew; ten minutes after that try a list that still has it settles that it stands."
                ])
        }
        try refuseAnotherSeating(plan, entry)
        guard plan.held != nil else {
            return outcome(
                plan, .booked, entry,
                notes: [
                    "This table was booked before and was not booked again; Resy's list could not be read just now."
                ])
        }
        if let match {
            return outcome(
                plan, .booked, entry, held: match, notes: ["This table was booked before; it was not booked again."])
        }
        guard !entry.isGone(fromListAskedAt: plan.askedAt, now: clock.now) else {
            // Cancelled elsewhere: the table may be booked anew.
            try await store.close(id: entry.id, state: .cancelled, reservationID: entry.reservationID, now: clock.now)
            return nil
        }
        return outcome(
            plan, .booked, entry,
            notes: [
                "This table was booked a moment ago; it was not booked again. Resy's list did not show it when it was last "
                    + "read. If it was cancelled elsewhere since, it can be booked anew ten minutes after it was booked."
            ])
    }

    /// A seating that was not booked is not told as booked.
    private func refuseAnotherSeating(_ plan: Plan, _ entry: JournalEntry) throws {
        guard let wanted = plan.request.seating,
            case let booked = entry.about.seating, !booked.isBlank, SeatingWish(wanted).fitting([booked]).isEmpty
        else { return }
        let held = entry.reservationID.map { " (RESY-\($0))" } ?? ""
        throw ResyError(
            .conflict,
            "This table was booked before with the seating \(CleanText.quoted(entry.about.seating))\(held); "
                + "\(CleanText.quoted(wanted, to: 60)) was not booked.",
            hint: "If the user wants the other seating, cancel that one first, then call again.", url: plan.url)
    }

    /// With the list as it is a moment later, where it lacks a table that it had shown before.
    func lookedAtTwice(_ plan: Plan) async throws -> Plan {
        let look = SecondLook(store: store, clock: clock)
        guard let held = plan.held,
            await !look.missing(from: held, askedAt: plan.askedAt, account: plan.account).isEmpty
        else { return plan }
        try await clock.sleep(seconds: SecondLook.pause)
        let asked = clock.now
        let (again, fault) = try await call.withAccess { resy in
            try await self.held(plan.request, isBeside: false, resy)
        }
        if let again {
            for gone in await look.missing(from: again, askedAt: asked, account: plan.account) {
                try? await store.markCancelled(id: gone, now: clock.now)
            }
        }
        var plan = plan
        (plan.held, plan.listFault, plan.askedAt) = (again, fault, asked)
        return plan
    }

    /// The list with what this home knows of its tables, and the tables it does not show yet.
    func withOurWords(_ plan: Plan) async -> Plan {
        guard let held = plan.held,
            let local = try? await store.localReservations(
                account: plan.account, since: .earliest(at: clock.now), and: held)
        else { return plan }
        var plan = plan
        plan.held = held.map { row in
            guard let ours = local.first(where: { $0.reservation.id == row.id })?.reservation else { return row }
            var row = row
            row.seating = row.seating ?? ours.seating
            row.takeWords(from: ours)
            return row
        }
        for table in local.map(\.reservation) {
            guard table.status == .confirmed, table.source == .resyMCP, !held.contains(where: { $0.id == table.id }),
                await !store.isGone(
                    table, fromListAskedAt: plan.askedAt, account: plan.account, now: clock.now)
            else { continue }
            plan.unlisted.append(table)
        }
        return plan
    }

    private func outcome(
        _ plan: Plan, _ status: BookingOutcome.Status, _ entry: JournalEntry, held: Reservation? = nil,
        notes: [String]
    ) -> BookingOutcome {
        let reservationID = status == .booked ? held?.id ?? entry.reservationID : nil
        let slot = Slot(
            token: nil, day: plan.sitting.day, time: plan.time,
            seating: held?.seating ?? entry.about.seating,
            obstacle: nil, charges: charges(entry, held))
        var outcome = BookingOutcome(
            status: status, reservationID: reservationID, venue: plan.venue, url: plan.url, evening: plan.evening,
            slot: slot, party: plan.request.party, terms: entry.about.terms?.lines,
            cancelBy: entry.about.terms?.cancelBy ?? held?.cancelBy, card: nil, email: plan.email,
            confirmToken: nil, confirmBefore: nil,
            specialRequests: plan.request.specialRequests, notes: notes)
        outcome.occasion = plan.request.occasion?.rawValue
        outcome.byHand = links.reservations
        outcome.earlier = EarlierBooking(entry: entry.id, row: held)
        return outcome
    }

    /// As it was agreed to, else as the list has it; where neither tells, it is not known to cost nothing.
    private func charges(_ entry: JournalEntry, _ held: Reservation?) -> Charges {
        if let agreed = entry.about.terms { return agreed.charges }
        if let held { return held.charges }
        return [.notStated(from: .terms)]
    }
}

extension BookTable.Plan {
    /// What makes two bookings the same one.
    var key: JournalKey {
        JournalKey(account: account, venue: venue.id, day: evening, time: time, party: request.party)
    }

    /// The yes was for this evening here, whatever the seating.
    func isMeant(by agreement: Agreement) -> Bool {
        agreement.venue == venue.id && agreement.day == evening && agreement.time == time
            && agreement.party == request.party
    }
}
