/// What stands in the way of another table that evening.
extension BookTable {
    /// Tables whose outcome is not known: a second one might be one too many, whatever the call allows.
    func guardAgainstJournal(_ plan: Plan) async throws {
        let near = try await store.standingEntries(near: plan.key)
        // One of this very table may have come just now: that is told when the intent is written.
        let other = near.first { $0.isOpen && $0.key != plan.key && plan.eveningGuard.stands($0) }
        guard let other else { return }
        throw await conflict(plan, with: other)
    }

    /// Tables that are held.
    func guardAgainstOverlap(_ plan: Plan) throws {
        guard !plan.request.allowOverlap, let held = plan.held,
            let clash = Overlap.clashes(of: plan.sitting, with: held + plan.unlisted).first?.reservation
        else { return }
        throw conflict(plan, with: clash)
    }

    func conflict(_ plan: Plan, with other: JournalEntry) async -> ResyError {
        if other.state == .booked, let id = other.reservationID,
            let held = try? await store.reservation(id: id)?.reservation
        {
            return conflict(plan, with: held)
        }
        let table = other.sitting
        let name = table.name.isEmpty ? "another restaurant" : CleanText.quoted(table.name)
        let spoken = "\(name), \(table.day.spoken) at \(table.time.spoken), party of \(other.key.party)"
        guard other.isOpen else {
            return ResyError(
                .conflict, "You already hold a table that evening: \(spoken).", hint: Self.wayOut, url: plan.url)
        }
        guard !other.isYoung(clock.now) else {
            return ResyError(
                .conflict,
                "Another booking that evening is under way from this computer, and its outcome is not known yet: \(spoken). "
                    + "Nothing was sent for this one.",
                hint: "Wait a minute, look at my_reservations, then try again.", url: plan.url)
        }
        return ResyError(
            .conflict,
            "It is not known yet whether an earlier try booked a table that evening: \(spoken). "
                + "Nothing was sent for this one.",
            hint:
                "Look at \(links.reservations) or call my_reservations: once Resy lists that table it counts as booked, "
                + "and ten minutes after that try a list without it settles that it was not. Then try again. "
                + "allow_overlap does not change this.",
            url: plan.url)
    }

    private func conflict(_ plan: Plan, with held: Reservation) -> ResyError {
        ResyError(
            .conflict,
            "You already hold a table that evening: \(CleanText.quoted(held.venue.name)), \(held.day.spoken) at \(held.time.spoken), "
                + "party of \(held.party) (\(held.confirmationID)).",
            hint: Self.wayOut, choices: [.reservation(held)], url: plan.url)
    }

    private static let wayOut =
        "Nothing was booked. Cancel that one first, or, if the user wants both, call again with allow_overlap: true."
}

extension BookTable.Plan {
    var sitting: Sitting { Sitting(at: venue, Evening.start(time, of: evening), time) }

    var eveningGuard: EveningGuard {
        EveningGuard(
            table: sitting, askedAt: askedAt, listed: Set(held?.map { $0.id } ?? []),
            allowsOverlap: request.allowOverlap)
    }
}
