extension TableBook {
    /// What is settled by what is known, and not yet written down.
    package enum Closing: Sendable, Equatable {
        case booked(entry: Int, Reservation)
        /// A list has shown the booked table.
        case seen(entry: Int)
        case notBooked(entry: Int)
        /// `entry`: the cancellation that did it; nil where it was cancelled elsewhere.
        case cancelled(reservation: Int, entry: Int?)
        case notCancelled(entry: Int)
    }

    package var closings: [Closing] {
        let deeds = entries.compactMap { $0.kind == .book ? closing(booking: $0) : closing(cancellation: $0) }
        let known = deeds.compactMap { if case .cancelled(let id, _) = $0 { id } else { nil } }
        let gone = tables.filter { $0.standing == .cancelled }.map(\.reservation.id)
        return deeds + gone.filter { !known.contains($0) }.map { .cancelled(reservation: $0, entry: nil) }
    }

    private func closing(booking entry: JournalEntry) -> Closing? {
        switch standing(of: entry.key) {
        case .held(let row) where entry.isOpen: .booked(entry: entry.id, settled(row, by: entry))
        case .none where entry.isOpen: .notBooked(entry: entry.id)
        case _ where entry.isOpen || entry.seenAt != nil: nil
        // Also of one that is being cancelled.
        case _ where list?.rows.contains { $0.id == entry.reservationID } == true && listKnows(entry):
            .seen(entry: entry.id)
        default: nil
        }
    }

    private func closing(cancellation entry: JournalEntry) -> Closing? {
        guard entry.isOpen, let id = entry.reservationID else { return nil }
        return switch standing(of: id) {
        case .cancelled: .cancelled(reservation: id, entry: entry.id)
        case .held: .notCancelled(entry: entry.id)
        default: nil
        }
    }

    private func listKnows(_ entry: JournalEntry) -> Bool { list.map { entry.createdAt <= $0.askedAt } ?? false }

    /// A list may tell nothing of money; what was agreed to is not forgotten for that.
    private func settled(_ row: Reservation, by entry: JournalEntry) -> Reservation {
        var ours = row
        ours.source = .resyMCP
        ours.seating = ours.seating ?? entry.about.seating
        if ours.charges.isEmpty { ours.charges = entry.about.terms?.charges ?? [] }
        ours.cancelBy = ours.cancelBy ?? entry.about.terms?.cancelBy
        return ours
    }
}
