internal import ResyDomain

/// What the list says beside the tables: deeds of which nobody knows yet what became of them.
extension ListReservations {
    /// Told one by one.
    private static let mostOpenTries = 20

    /// Bookings of which nobody knows yet whether they were made: a list without them is no proof so soon.
    func openTries(_ entries: [JournalEntry]) -> [String] {
        let open = entries.filter { $0.kind == .book }
        let notes = open.prefix(Self.mostOpenTries).map { entry in
            "\(entry.spoken(unnamed: "A table")): it is not known yet "
                + "whether an earlier try booked it. A list that lacks it ten minutes after that try settles that it did not."
        }
        let rest = open.count - notes.count
        return rest > 0 ? notes + ["Of \(rest) more tries it is not known either whether they booked a table."] : notes
    }

    /// Tables of which nobody knows yet whether they were cancelled.
    func openCancellations(_ entries: [JournalEntry]) -> [String] {
        entries.prefix(Self.mostOpenTries).map { entry in
            let name = entry.about.venueName.map { CleanText.quoted($0) } ?? "The table"
            let number = entry.reservationID.map { " (RESY-\($0))" } ?? ""
            return
                "\(name), \(entry.key.day.spoken) at \(entry.key.time.spoken)\(number): "
                + "\(entry.cancellationSoFar(clock.now)). A list that still has it ten minutes after that try settles "
                + "that it did not."
        }
    }

    /// What the restaurants of these tables have not been told, or are not known to have been.
    func undelivered(of tables: [Reservation], _ account: String) async -> [UndeliveredWishes] {
        let known =
            (try? await store.wishes(of: .account(account, since: .earliest(at: clock.now)))) ?? []
        return tables.filter { $0.status == .confirmed }.compactMap { table in
            let left = known.filter {
                $0.reservationID == table.id && $0.isOfStandingTable && $0.ending != .shown && $0.ending != .tableGone
            }
            return left.isEmpty
                ? nil : UndeliveredWishes(confirmationID: table.confirmationID, wishes: left.map { ToldWish($0) })
        }
    }

    func openEntries(_ account: String) async -> [JournalEntry] {
        let entries = try? await store.unsettledEntries(
            account: account, since: .earliest(at: clock.now), before: clock.now)
        return (entries ?? []).filter { $0.isOpen }
    }
}
