extension BookTable {
    /// An unclear booking that a list read this long afterwards lacks was never made.
    static let certainty: Double = 600

    /// What the journal and the list say of an earlier booking of this very table; nil where there is none and
    /// the way is free.
    func settleEarlier(_ plan: Plan) async throws -> BookingOutcome? {
        guard let entry = try await store.entry(for: plan.key, kind: .book), entry.isStanding else { return nil }
        let match = plan.held?.first { plan.isHeld(by: $0) || $0.id == entry.reservationID && $0.status == .confirmed }
        if let match {
            await remember(match, of: entry, plan)
            return outcome(
                plan, .booked, reservationID: match.id,
                notes: ["This table was booked before; it was not booked again."])
        }
        if entry.state == .booked {
            guard plan.held != nil else {
                return outcome(
                    plan, .booked, reservationID: entry.reservationID,
                    notes: [
                        "This table was booked before and was not booked again; Resy's list could not be read just now."
                    ])
            }
            if clock.now.seconds - entry.updatedAt.seconds < Self.certainty {
                return outcome(
                    plan, .booked, reservationID: entry.reservationID,
                    notes: [
                        "This table was booked a moment ago; it was not booked again. Resy's list does not show it yet. If it "
                            + "was cancelled elsewhere since, it can be booked anew ten minutes after it was booked."
                    ])
            }
            // Cancelled elsewhere: the table may be booked anew.
            try await store.close(id: entry.id, state: .cancelled, reservationID: entry.reservationID, now: clock.now)
            return nil
        }
        if plan.held != nil, clock.now.seconds - entry.createdAt.seconds >= Self.certainty {
            try await store.close(id: entry.id, state: .notBooked, reservationID: nil, now: clock.now)
            return nil
        }
        return outcome(
            plan, .unknown, reservationID: nil,
            notes: [
                "An earlier try to book this table has no clear outcome yet, so nothing was sent again. Look at "
                    + "\(links.reservations) or call my_reservations; after ten minutes a list without it settles that it was not booked."
            ])
    }

    /// A booking whose answer was lost is ours from now on. What is known stays known if this fails.
    private func remember(_ match: Reservation, of entry: JournalEntry, _ plan: Plan) async {
        if entry.state != .booked || entry.reservationID != match.id {
            var ours = match
            ours.source = .resyMCP
            ours.seating = ours.seating ?? entry.seating
            ours.specialRequests =
                plan.request.specialRequests.flatMap { $0.isBlank ? nil : $0 } ?? ours.specialRequests
            try? await store.settle(ours, account: plan.account, entry: entry.id, now: clock.now)
        }
    }

    private func outcome(
        _ plan: Plan, _ status: BookingOutcome.Status, reservationID: Int?, notes: [String]
    ) -> BookingOutcome {
        let held = plan.held?.first { $0.id == reservationID }
        let slot = Slot(
            token: nil, day: held?.day ?? plan.evening, time: plan.time,
            seating: held?.seating ?? plan.request.seating ?? "",
            obstacle: nil, fee: held?.cancellationFee)
        return BookingOutcome(
            status: status, reservationID: reservationID, venue: plan.venue, url: plan.url, evening: plan.evening,
            slot: slot, party: plan.request.party, terms: [], cancelBy: held?.cancelBy, card: nil, email: plan.email,
            confirmToken: nil, confirmBefore: nil, specialRequests: plan.request.specialRequests, notes: notes)
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

    /// A table past midnight may be listed under either day.
    func isHeld(by reservation: Reservation) -> Bool {
        reservation.status == .confirmed && reservation.venue.id == venue.id && reservation.time == time
            && reservation.party == request.party
            && (reservation.day == evening || (time.hour < 5 && reservation.day == evening.adding(days: 1)))
    }
}
