internal import ResyDomain

/// Bookings of which nobody knows yet whether they were made.
extension CancelReservation {
    /// Throws where one of them may be meant, and says of it what is known: never another one in its place, nor "there
    /// is none".
    func refuseOpenTries(_ wanted: Wanted, _ rows: [ListedReservation]) async throws {
        let held = rows.map(\.reservation).filter { $0.status == .confirmed }
        if case .number(let id, _) = wanted, held.contains(where: { $0.id == id }) { return }
        guard let account = try? await call.accountKey() else { return }
        let entries = try? await store.unsettledEntries(
            account: account, since: .earliest(at: clock.now), before: clock.now)
        let tries = (entries ?? []).filter { $0.kind == .book && $0.isOpen && wanted.mayMean($0) }
        guard let first = tries.first else { return }
        let fitting = held.filter { wanted.mayMean($0) || wanted.isKin($0.venue) }
        let tables = first.spoken(unnamed: "a table") + (tries.count == 1 ? "" : ", and \(tries.count - 1) more")
        let isSettled =
            "Look at \(links.reservations) or call my_reservations: once Resy lists it, it can be cancelled; ten minutes "
            + "after that try a list without it settles that it was not booked."
        throw ResyError(
            fitting.isEmpty ? .reservationNotFound : .reservationAmbiguous,
            "\(wanted.spoken) may mean a table of which it is not known yet whether an earlier try booked it: "
                + "\(tables). Resy's list does not show it so far. Nothing was cancelled.",
            hint: fitting.isEmpty
                ? isSettled
                : "Ask which is meant. If it is one of these, call again with its confirmation_id. If it is the other: "
                    + isSettled,
            choices: fitting.map { .reservation($0) })
    }
}

extension CancelReservation.Wanted {
    fileprivate var spoken: String {
        switch self {
        case .number(let id, _): "RESY-\(id)"
        case .name(let name): CleanText.quoted(name)
        }
    }

    /// The number of one that is not settled is not known here.
    fileprivate func mayMean(_ entry: JournalEntry) -> Bool {
        guard case .name(let name) = self else { return true }
        let venue = Venue(id: entry.key.venue, name: entry.about.venueName ?? "")
        return VenueReference(name).relation(to: venue) != nil || isKin(venue)
    }

    fileprivate func isKin(_ venue: Venue) -> Bool {
        guard case .name(let text) = self, case .name(let name) = VenueReference(text) else { return false }
        return VenueMatch.isKin(FoldedName(name), venue)
    }
}
