internal import ResyDomain

/// How a booking ends, in the words of its answer.
extension Booking {
    func conclude(_ end: BookingFlow.End, _ progress: Progress) async throws -> BookingOutcome {
        switch end {
        case .booked(let id): return await booked(id, progress)
        case .needsConfirmation(let changed):
            await closeJournal(progress, .notBooked)
            return try needsConfirmation(progress, changed: changed)
        case .declinedByLimit:
            let reason =
                progress.details?.terms.charges.stake(party: plan.request.party) == .unknown
                ? "Resy does not state all that is at stake, and --max-fee covers only what is stated"
                : "more money is at stake than --max-fee allows unasked"
            return outcome(.declined, progress, notes: ["Nothing was booked: \(reason)."])
        case .declined:
            return outcome(.declined, progress, notes: ["The user was asked and said no. Nothing was booked."])
        case .failed:
            if progress.heldInstead == nil, let words = heldUnseen(progress) {
                await closeJournal(progress, .unknown)
                return outcome(.unknown, progress, notes: [words])
            }
            await closeJournal(progress, .notBooked)
            if let refusal = heldInstead(progress) { throw refusal }
            throw explained(progress.failure ?? APIFailure.network(.timedOut(sent: false)))
        case .alreadyUnderWay: return try await underWay(progress)
        case .unknown:
            await closeJournal(progress, .unknown)
            return outcome(.unknown, progress, notes: [unknownNote(progress)])
        }
    }

    /// Another call was faster: it has booked this table or one that evening by now, or is about to.
    private func underWay(_ progress: Progress) async throws -> BookingOutcome {
        if let other = progress.inTheWay { throw await service.conflict(plan, with: other) }
        if let settled = try await service.settleEarlier(plan), settled.status == .booked { return settled }
        var outcome = outcome(
            .unknown, progress,
            notes: [
                "Another booking of this very table is under way from this computer, so nothing was sent here. "
                    + "Call my_reservations in a minute."
            ])
        let entry = try await service.store.entry(for: plan.key, kind: .book)
        (outcome.earlier, outcome.wishes) = (entry.map { EarlierBooking(entry: $0.id) }, [])
        return outcome
    }

    /// Resy refused the booking for a table that was booked elsewhere meanwhile; nil for other failures.
    private func heldInstead(_ progress: Progress) -> ResyError? {
        guard case .conflict = progress.failure as? APIFailure, let held = progress.heldInstead else { return nil }
        return ResyError(
            .conflict,
            "Resy refused this booking, since the account holds a table at that time: "
                + "\(CleanText.quoted(held.venue.name)), \(held.day.spoken) at \(held.time.spoken), party of \(held.party)"
                + "\(held.seating.map { ", \(CleanText.line($0))" } ?? "") (\(held.confirmationID)).",
            hint: "It was booked elsewhere a moment ago. If the user wants this one instead, cancel that one first.",
            choices: [.reservation(held)], url: plan.url)
    }

    /// Resy refused it for a table that no list shows so far; nil for other failures.
    private func heldUnseen(_ progress: Progress) -> String? {
        guard case .conflict(let other) = progress.failure as? APIFailure, isThisTable(other) else { return nil }
        return
            "It is not known whether the table was booked. Resy refused the request, since the account already holds a "
            + "table there at that time\(other.spoken), which its list does not show yet: it was booked by this very request, "
            + "or elsewhere a moment ago. It will not be sent again. Look at \(service.links.reservations) or call "
            + "my_reservations in a minute before anything else."
    }

    private func unknownNote(_ progress: Progress) -> String {
        let list =
            progress.listFailed
            ? "The account's list could not be read afterwards" : "The account's list does not show it so far"
        let answer =
            progress.isTaken
            ? "Resy took the booking but gave no reservation number"
            : (progress.failure as? APIFailure)?.unclearAnswer ?? "The request was sent, and no clear answer came"
        return "It is not known whether the table was booked. \(answer). \(list). "
            + "It will not be sent again. Look at \(service.links.reservations) or call my_reservations in a few minutes before "
            + "anything else."
    }

    /// A fault of our own records must not hide what became of the booking. An entry that stays open counts as
    /// unclear, which is safe.
    func closeJournal(_ progress: Progress, _ state: JournalEntry.State) async {
        guard let id = progress.journalID else { return }
        try? await service.store.close(id: id, state: state, reservationID: nil, now: service.clock.now)
    }

    private func booked(_ id: Int, _ progress: Progress) async -> BookingOutcome {
        var notes = because.map { [$0] } ?? []
        let reservation = Reservation(
            id: id, venue: plan.venue, day: slot.day, time: slot.time, party: plan.request.party, seating: slot.seating,
            status: .confirmed, cancelBy: progress.details?.terms.cancelBy,
            charges: progress.details?.terms.charges.told ?? [], mayCancel: true,
            source: .resyMCP, specialRequests: nil)
        // The table is booked whatever happens to our own records: a fault there is a note, never an error.
        do {
            try await service.store.settle(
                reservation, account: plan.account, entry: progress.journalID, now: service.clock.now)
        } catch {
            notes.append("The booking could not be recorded on this computer; Resy has it.")
        }
        var outcome = outcome(.booked, progress, reservationID: id, notes: notes)
        outcome.wishes = await service.delivered(plan.request.wishes, entry: progress.journalID)
        return outcome
    }

    /// A question for the client's own window where it asks between two calls; else a token for the next call.
    private func needsConfirmation(_ progress: Progress, changed: Bool) throws -> BookingOutcome {
        guard let details = progress.details else { throw APIFailure.schema(path: "$") }
        let agreement = agreement(details.terms, card: progress.card?.id)
        if case .byReturn? = call.asking, progress.reply != .unseen {
            var waiting = outcome(.needsConfirmation, progress, notes: [])
            waiting.question = OpenQuestion(
                question: question(progress, changed: changed || isNews(agreement)),
                state: try service.agreements.seal(agreement, in: .state).text)
            return waiting
        }
        let sealed = try service.agreements.seal(agreement, in: .token)
        var notes = because.map { [$0] } ?? []
        if isNews(agreement) || progress.agreed != nil && changed {
            notes.append("The terms have changed since they were shown; these are the new ones.")
        } else if changed {
            notes.append("The terms changed while booking; these are the new ones.")
        } else if let given = plan.brought.given?.agreement {
            notes.append(whatFor(given, not: agreement))
        }
        if progress.reply == .unseen {
            notes.append("The question got no clear answer; some apps cannot show one.")
        }
        notes.append(
            "Nothing is booked yet. Show the user these terms; after a yes, call again with this confirm_token.")
        var waiting = outcome(.needsConfirmation, progress, notes: notes)
        waiting.confirmToken = sealed.text
        waiting.confirmBefore = sealed.expires
        return waiting
    }

    private func whatFor(_ agreed: Agreement, not agreement: Agreement) -> String {
        var given = agreed
        (given.fingerprint, given.card) = (agreement.fingerprint, agreement.card)
        if given == agreement { return "The yes was given for another card; with this one it is asked again." }
        given.wishes = agreement.wishes
        if given == agreement {
            return "The yes was given with another special request or occasion; with this one it is asked again."
        }
        given.account = agreement.account
        return given == agreement
            ? "The yes was given on another Resy account; this one has not agreed yet."
            : "The yes was given for another table; this one has terms of its own."
    }

    private func outcome(
        _ status: BookingOutcome.Status, _ progress: Progress, reservationID: Int? = nil, notes: [String]
    ) -> BookingOutcome {
        let terms = progress.details?.terms
        var slot = slot
        // What the terms say of the money is newer than what the list of tables said.
        if let terms { slot.charges = terms.charges }
        var outcome = BookingOutcome(
            status: status, reservationID: reservationID, venue: plan.venue, url: plan.url, evening: plan.evening,
            slot: slot, party: plan.request.party, terms: terms?.allLines,
            cancelBy: terms?.cancelBy,
            card: cardToSend(progress)?.spoken, email: plan.email, confirmToken: nil,
            confirmBefore: nil, specialRequests: plan.request.specialRequests,
            notes: (terms?.disagreements.map(\.text) ?? []) + notes,
            stake: terms?.charges.stake(party: plan.request.party))
        outcome.occasion = plan.request.occasion?.rawValue
        outcome.byHand = service.links.reservations
        switch status {
        case .needsConfirmation: outcome.wishes = plan.plannedWishes
        case .unknown: outcome.wishes = plan.request.wishes.map { ToldWish($0, .open) }
        case .booked, .declined: break
        }
        return outcome
    }

    func explained(_ error: any Error) -> any Error {
        guard let failure = error as? APIFailure else { return error }
        let today = plan.venue.today(service.clock.now)
        switch failure {
        case .gone(let message):
            let table =
                "The table \(CleanText.quoted(slot.seating)) on \(Evening.spoken(slot.day, slot.time, of: plan.evening, from: today))"
            guard let message else {
                return service.slotGone(plan, "\(table) was just taken.", without: slot)
            }
            return service.slotGone(
                plan,
                "\(table) could not be booked; Resy says \(CleanText.quoted(message, to: 300)).",
                without: slot)
        default:
            return failure.explained(url: plan.url)
        }
    }
}

extension APIFailure {
    /// What came back for a booking instead of a clear answer; nil where nothing of use did.
    fileprivate var unclearAnswer: String? {
        switch self {
        case .rateLimited:
            "The request was sent, and Resy asked for fewer requests instead of saying what became of it; most likely "
                + "nothing was booked, but that is not proved"
        case .refused(let status, let message):
            "The request was sent, and Resy answered HTTP \(status)"
                + (message.map { " (\(CleanText.quoted($0, to: 300)))" } ?? "")
                + ", which does not prove that nothing was booked"
        case .server(let status), .blocked(let status, _):
            "The request was sent, and the answer was HTTP \(status), which says nothing of the booking"
        default: nil
        }
    }
}
