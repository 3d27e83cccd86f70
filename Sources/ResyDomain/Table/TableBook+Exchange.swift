/// Tables that are to take the place of others.
extension TableBook {
    /// The same evening without a table that is to be given up: it stands in nobody's way.
    package func leavingOut(_ id: Int) -> TableBook {
        var list = list
        list?.rows.removeAll { $0.id == id }
        return TableBook(
            entries: entries.filter { $0.reservationID != id }, memory: memory.filter { $0.reservation.id != id },
            list: list, now: now)
    }

    /// The newest booking that was to take the place of that table, done or open.
    package func change(of id: Int) -> JournalEntry? {
        entries.last { $0.kind == .book && $0.isStanding && $0.about.change?.of == id }
    }

    /// One by Resy's own change that has no outcome yet: both of its tables are told by one look.
    package func openExchange(of id: Int) -> OpenExchange? {
        guard let booking = change(of: id), booking.isOpen, booking.about.change?.way == .resyChange else { return nil }
        return openExchange(booking)
    }

    /// By a cancellation, and not as half of a change.
    package func isBeingCancelled(_ id: Int) -> Bool { cancellation(of: id).map { $0.about.change == nil } ?? false }

    func openExchange(_ booking: JournalEntry) -> OpenExchange? {
        guard booking.kind == .book, booking.isOpen, let link = booking.about.change, link.way == .resyChange,
            let leaving = cancellation(of: link.of)
        else { return nil }
        let exchange = Exchange(
            id: link.of, old: .init(leaving.key.ofEvening, seating: leaving.about.seating),
            new: .init(booking.key, seating: booking.about.seating), way: link.way)
        return OpenExchange(booking: booking, leaving: leaving, exchange: exchange)
    }

    package var openExchanges: [OpenExchange] { entries.compactMap { openExchange($0) } }

    /// Changes that left both of their tables, as the list has them.
    package var bothHeld: [(old: Reservation, new: Reservation)] {
        let held = list?.rows.filter { $0.status == .confirmed } ?? []
        return entries.compactMap { entry in
            guard entry.kind == .book, !entry.isOpen, let link = entry.about.change, cancellation(of: link.of) == nil,
                entry.reservationID != link.of, let new = held.first(where: { $0.id == entry.reservationID }),
                let old = held.first(where: { $0.id == link.of })
            else { return nil }
            return (old, new)
        }
    }

    package struct OpenExchange: Sendable, Equatable {
        package var booking: JournalEntry
        package var leaving: JournalEntry
        package var exchange: Exchange
    }

    // MARK: - What a list says of it

    /// Of its old table, under its number.
    func standing(of open: OpenExchange) -> Standing {
        let unclear: Standing = open.leaving.isYoung(now) ? .cancelling : .maybeCancelled
        guard let list, knows(of: open) else { return unclear }
        switch open.exchange.sight(in: list.rows) {
        case .new(let row) where row.id == open.exchange.id: return .held(row)
        case .elsewhere(let row): return .held(row)
        case .new: return list.isWhole ? .cancelled : unclear
        case .old(let row), .both(_, let row): return isCertain(of: open) ? .held(row) : unclear
        case .neither:
            guard isCertain(of: open) else { return unclear }
            return list.isSecondLook ? .cancelled : .missing
        }
    }

    /// What settles it.
    func closing(_ open: OpenExchange) -> Closing? {
        guard let list, knows(of: open) else { return nil }
        let entry = open.booking.id
        switch open.exchange.sight(in: list.rows) {
        case .new(let row) where row.id == open.exchange.id || list.isWhole:
            return .exchanged(entry: entry, settled(row, by: open.booking), old: open.exchange.id)
        // A list may have both for a while, or still the old one alone.
        case .both(let new, _) where isCertain(of: open):
            return .bothHeld(entry: entry, settled(new, by: open.booking))
        case .old where isCertain(of: open): return .notBooked(entry: entry)
        case .neither where isCertain(of: open) && list.isSecondLook:
            return .neitherHeld(entry: entry, old: open.exchange.id)
        case .new, .both, .old, .neither, .elsewhere: return nil
        }
    }

    private func knows(of open: OpenExchange) -> Bool { list.map { open.booking.createdAt <= $0.askedAt } ?? false }

    private func isCertain(of open: OpenExchange) -> Bool {
        guard let list, list.isWhole, !open.booking.hasBegun(by: now), !open.leaving.hasBegun(by: now) else {
            return false
        }
        return list.askedAt.seconds - open.booking.createdAt.seconds >= Standing.certainty
    }
}

extension JournalKey {
    /// A cancellation is written under the calendar's day; what a list has is found by the evening.
    fileprivate var ofEvening: JournalKey {
        var key = self
        key.day = Evening.day(of: day, time)
        return key
    }
}
