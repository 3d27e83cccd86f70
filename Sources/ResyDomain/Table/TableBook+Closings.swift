extension TableBook {
    /// What is settled by what is known, and not yet written down.
    package enum Closing: Sendable, Equatable {
        case booked(entry: Int, Reservation)
        /// A list has shown the booked table.
        case seen(entry: Int)
        case notBooked(entry: Int)
        /// A list has the booked table at another time or for another party: it was changed elsewhere.
        case moved(entry: Int, to: Reservation)
        /// `entry`: the cancellation that did it; nil where it was cancelled elsewhere.
        case cancelled(reservation: Int, entry: Int?)
        case notCancelled(entry: Int)
        /// Resy changed a table: the booking's entry holds it now, whatever its number, and the old one is given up.
        case exchanged(entry: Int, Reservation, old: Int)
        /// It booked the new one and left the old one.
        case bothHeld(entry: Int, Reservation)
        /// It left neither.
        case neitherHeld(entry: Int, old: Int)
        /// A list has what counted as cancelled here: lists that left it out were wrong.
        case relisted(Reservation)
    }

    package var closings: [Closing] {
        let exchanges = openExchanges
        let paired = Set(exchanges.map(\.exchange.id))
        let deeds = entries.filter { entry in
            !exchanges.contains { $0.booking.id == entry.id } && !(entry.reservationID.map(paired.contains) ?? false)
        }.compactMap { $0.kind == .book ? closing(booking: $0) : closing(cancellation: $0) }
        let known = deeds.compactMap { if case .cancelled(let id, _) = $0 { id } else { nil } }
        let gone = tables.filter { $0.standing == .cancelled }.map(\.reservation.id)
        return exchanges.compactMap { closing($0) } + deeds
            + gone.filter { !known.contains($0) && !paired.contains($0) }.map {
                .cancelled(reservation: $0, entry: nil)
            } + relisted
    }

    /// Not of what was cancelled a short while ago: lists are late.
    private var relisted: [Closing] {
        guard let list else { return [] }
        return memory.compactMap { known in
            guard known.reservation.status == .cancelled, cancellation(of: known.reservation.id) == nil,
                list.askedAt.seconds - known.changedAt.seconds >= Standing.certainty,
                let row = list.rows.first(where: { $0.id == known.reservation.id && $0.status == .confirmed })
            else { return nil }
            return .relisted(withOurWords(row))
        }
    }

    private func closing(booking entry: JournalEntry) -> Closing? {
        if let row = changed(entry) { return .moved(entry: entry.id, to: row) }
        return switch standing(of: entry.key) {
        case .held(let row) where entry.isOpen: .booked(entry: entry.id, settled(row, by: entry))
        case .none where entry.isOpen: .notBooked(entry: entry.id)
        case _ where entry.isOpen || entry.seenAt != nil: nil
        // Also of one that is being cancelled.
        case _ where list?.rows.contains { $0.id == entry.reservationID } == true && listKnows(entry):
            .seen(entry: entry.id)
        default: nil
        }
    }

    /// Its row, where that is another table by now.
    private func changed(_ entry: JournalEntry) -> Reservation? {
        guard entry.state == .booked, listKnows(entry) else { return nil }
        return list?.rows.first { row in
            row.id == entry.reservationID && row.isTaken && row.isDaySure && row.venue.id == entry.key.venue
                && !entry.key.isHeld(by: row)
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
    func settled(_ row: Reservation, by entry: JournalEntry) -> Reservation {
        var ours = row
        ours.source = .resyMCP
        ours.seating = ours.seating ?? entry.about.seating
        let agreed = entry.about.terms?.charges ?? []
        ours.charges = ours.charges.merged(withAgreed: agreed, listedUntil: row.cancelBy, party: row.party)
        ours.cancelBy = ours.cancelBy ?? entry.about.terms?.cancelBy
        return ours
    }
}
