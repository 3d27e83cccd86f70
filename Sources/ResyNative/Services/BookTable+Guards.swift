internal import ResyDomain

/// What stands in the way of another table that evening.
extension BookTable {
    /// Where the journal and the account's list leave a wish.
    enum Way {
        case settled(BookingOutcome)
        case free(Plan, Slot, because: String?)
    }

    func way(_ plan: Plan) async throws -> Way {
        var plan = try await lookedAtTwice(plan)
        if let held = plan.held {
            await Settlement(store: store, clock: clock).read(
                held, isWhole: true, askedAt: plan.askedAt, account: plan.account)
        }
        plan = await withOurWords(plan)
        if let settled = try await settleEarlier(plan) { return .settled(settled) }
        if let given = plan.brought.given, plan.isMeant(by: given.agreement) { try await agreements.refuseSpent(given) }
        try await guardAgainstJournal(plan)
        if let fault = plan.listFault { throw fault }
        let (slot, why) = try await chosen(plan)
        return .free(plan, slot, because: why)
    }

    /// The same with the list as it is now: a question took its time, and a table may have been booked meanwhile.
    func wayNow(_ plan: Plan) async throws -> Way {
        var plan = plan
        (plan.askedAt, plan.unlisted) = (clock.now, [])
        let request = plan.request
        (plan.held, plan.listFault) = try await call.withAccess { resy in
            try await held(request, isBeside: false, resy)
        }
        return try await way(plan)
    }

    /// Tables whose outcome is not known: a second one might be one too many, whatever the call allows.
    func guardAgainstJournal(_ plan: Plan) async throws {
        let near = try await store.standingEntries(near: plan.key)
        // One of this very table may have come just now: that is told when the intent is written.
        let other = near.first { $0.isOpen && $0.key != plan.key && plan.eveningGuard.stands($0) }
        guard let other else { return }
        throw await conflict(plan, with: other)
    }

    /// The table to book. A table that is held stands in the way only of one that can be had: nobody shall give it up for
    /// nothing. At the same restaurant it is told all the same, since it may be what the caller means.
    func chosen(_ plan: Plan) async throws -> (Slot, String?) {
        let choice = Result { try choose(plan) }
        guard let clash = clash(plan) else { return try choice.get() }
        var error = await conflict(plan, with: clash.reservation)
        if case .failure(let obstacle) = choice {
            guard clash.reason == .sameVenueThatEvening, let obstacle = obstacle as? ResyError else { throw obstacle }
            error.message += " The one asked for now cannot be booked anyway: \(obstacle.message)"
            error.hint = "Cancelling the one that is held would not give the user the other."
        }
        throw error
    }

    private func clash(_ plan: Plan) -> Overlap? {
        guard !plan.request.allowOverlap, let held = plan.held else { return nil }
        return Overlap.clashes(of: plan.sitting, with: held + plan.unlisted).first
    }

    func conflict(_ plan: Plan, with other: JournalEntry) async -> ResyError {
        if other.state == .booked, let id = other.reservationID,
            let held = try? await store.reservation(id: id)?.reservation
        {
            return await conflict(plan, with: held)
        }
        let spoken = other.spoken(unnamed: "another restaurant")
        let when = Evening.name(of: [plan.time, other.key.time])
        guard other.isOpen else {
            return ResyError(
                .conflict, "You already hold a table that \(when): \(spoken).", hint: Self.wayOut, url: plan.url)
        }
        guard !other.isYoung(clock.now) else {
            return ResyError(
                .conflict,
                "Another booking that \(when) is under way from this computer, and its outcome is not known yet: \(spoken). "
                    + "Nothing was sent for this one.",
                hint: "Wait a minute, look at my_reservations, then try again.", url: plan.url
            ).tellingOutcome()
        }
        return ResyError(
            .conflict,
            "It is not known yet whether an earlier try booked a table that \(when): \(spoken). "
                + "Nothing was sent for this one.",
            hint:
                "Look at \(links.reservations) or call my_reservations: once Resy lists that table it counts as booked, "
                + "and ten minutes after that try a list without it settles that it was not. Then try again. "
                + "allow_overlap does not change this.",
            url: plan.url
        ).tellingOutcome()
    }

    private func conflict(_ plan: Plan, with held: Reservation) async -> ResyError {
        let table =
            "\(CleanText.quoted(held.venue.name)), \(held.day.spoken) at \(held.time.spoken), party of \(held.party) "
            + "(\(held.confirmationID))"
        let when = Evening.name(of: [plan.time, held.time])
        if let open = try? await store.openCancellation(of: held.id) {
            return ResyError(
                .conflict,
                "You hold or held a table that \(when): \(table); \(open.cancellationSoFar(clock.now)).",
                hint: "Look at my_reservations in a few minutes, then try again. If the user wants "
                    + "both in any case, call again with allow_overlap: true.",
                choices: [.reservation(held)], url: plan.url)
        }
        return ResyError(
            .conflict, "You already hold a table that \(when): \(table).", hint: Self.wayOut,
            choices: [.reservation(held)], url: plan.url)
    }

    private static let wayOut =
        "Cancel that one first, or, if the user wants both, call again with allow_overlap: true."
}

extension BookTable.Plan {
    var sitting: Sitting { Sitting(at: venue, Evening.start(time, of: evening), time) }

    var eveningGuard: EveningGuard {
        EveningGuard(
            table: sitting, askedAt: askedAt, listed: Set(held?.map { $0.id } ?? []),
            allowsOverlap: request.allowOverlap)
    }
}
