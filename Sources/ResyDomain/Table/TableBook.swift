/// The maître d's book: what the journal, the account's list and this home's memory know of its tables at one moment.
///
/// The one place where the three are put together.
package struct TableBook: Sendable {
    /// Those that stand, bookings and cancellations, the oldest first.
    package let entries: [JournalEntry]
    /// Cancelled ones too, at least those that the list or an entry names.
    package let memory: [RememberedReservation]
    /// Nil where it could not be read.
    package let list: ListReading?
    package let now: Instant
    /// Of `memory`, by their numbers: a diner who often thinks better of it leaves hundreds.
    private let places: [Int: Int]

    package init(
        entries: [JournalEntry], memory: [RememberedReservation], list: ListReading?, now: Instant
    ) {
        self.entries = entries
        self.memory = memory
        self.list = list
        self.now = now
        places = Dictionary(
            memory.indices.map { (memory[$0].reservation.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where our own records cannot be read.
    package static func empty(_ now: Instant) -> TableBook {
        TableBook(entries: [], memory: [], list: nil, now: now)
    }

    // MARK: - One table

    /// How it was booked from here, or is being booked.
    package func booking(of key: JournalKey) -> JournalEntry? {
        entries.last { $0.kind == .book && $0.key == key && $0.isStanding }
    }

    package func cancellation(of id: Int) -> JournalEntry? {
        entries.last { $0.kind == .cancel && $0.reservationID == id && $0.isOpen }
    }

    /// Of the table that such a booking would hold.
    package func standing(of key: JournalKey) -> Standing {
        let booking = booking(of: key)
        let row = row(of: key, booking)
        let id = row?.id ?? booking?.reservationID
        // By Resy's own change it may keep the number of the table that it takes the place of.
        let leaving = booking?.about.change?.of == id ? nil : id.flatMap { cancellation(of: $0) }
        return standing(
            Standing.Trace(
                booking: booking, cancellation: leaving,
                remembered: id.flatMap { remembered($0) }, row: row))
    }

    package func standing(of id: Int) -> Standing {
        if let open = openExchange(of: id) { return standing(of: open) }
        return standing(
            Standing.Trace(
                booking: entries.last { $0.kind == .book && $0.state == .booked && $0.reservationID == id },
                cancellation: cancellation(of: id), remembered: remembered(id), row: row(id)))
    }

    private func standing(_ trace: Standing.Trace) -> Standing { Standing.of(trace, in: list, now: now) }

    private func remembered(_ id: Int) -> RememberedReservation? { places[id].map { memory[$0] } }

    private func row(_ id: Int) -> Reservation? { list?.rows.first { $0.id == id && $0.isTaken } }

    package func row(of key: JournalKey) -> Reservation? { row(of: key, booking(of: key)) }

    private func row(of key: JournalKey, _ booking: JournalEntry?) -> Reservation? {
        if let id = booking?.reservationID, let row = row(id) { return row }
        // Another seating was booked elsewhere; of a booking that is settled, the list may call it otherwise.
        let seating = booking.map { $0.isOpen ? $0.about.seating : "" } ?? ""
        return list?.rows.first { row in
            key.isHeld(by: row) && !row.isOfAnotherSeating(than: seating) && !isOld(row, beside: booking)
        }
    }

    /// It is the table whose place that booking is to take.
    private func isOld(_ row: Reservation, beside booking: JournalEntry?) -> Bool {
        guard let booking, booking.about.change?.of == row.id else { return false }
        guard let open = openExchange(booking) else { return true }
        if case .new = open.exchange.sight(in: [row]) { return false }
        return true
    }

    // MARK: - All of them

    package struct Table: Sendable, Equatable {
        /// With what this home knows of it.
        package var reservation: Reservation
        package var standing: Standing
        /// The list has it, in whatever state.
        package var isRow: Bool
    }

    /// The rows of the list, then what it does not show and may stand all the same.
    package var tables: [Table] {
        var seen: Set<Int> = []
        let rows = (list?.rows ?? []).filter { seen.insert($0.id).inserted }.map { row in
            Table(reservation: withOurWords(row), standing: standing(of: row.id), isRow: true)
        }
        let others = memory.filter { $0.reservation.status == .confirmed && !seen.contains($0.reservation.id) }
        return rows
            + others.map {
                Table(reservation: $0.reservation, standing: standing(of: $0.reservation.id), isRow: false)
            }
    }

    package func withOurWords(_ row: Reservation) -> Reservation {
        guard let ours = remembered(row.id)?.reservation else { return row }
        var row = row
        row.seating = row.seating ?? ours.seating
        row.takeWords(from: ours)
        return row
    }

    /// They should be in this list and are not: it is to be read once more.
    package var missing: [Int] {
        guard list?.isWhole == true else { return [] }
        // The old table of a change may be remembered as lost already.
        let lost = openExchanges.filter { standing(of: $0) == .missing }.map(\.exchange.id)
        let missing = tables.filter { $0.standing == .missing }.map(\.reservation.id)
        return missing + lost.filter { !missing.contains($0) }
    }

    /// Bookings without an outcome.
    package var openBookings: [JournalEntry] {
        entries.filter { $0.kind == .book && $0.isOpen && standing(of: $0.key) == .maybeBooked }
    }

    /// Cancellations without an outcome. What a whole list lacks is cancelled, whether or not that could be written down.
    package var openCancellations: [JournalEntry] {
        entries.filter { entry in
            guard entry.kind == .cancel, entry.isOpen, let id = entry.reservationID else { return false }
            return [.cancelling, .maybeCancelled].contains(standing(of: id))
        }
    }

    // MARK: - What stands in the way of another table

    /// Not to be told apart from a second booking of that evening, whatever the call allows.
    package func openBooking(near wanted: Sitting, except key: JournalKey) -> JournalEntry? {
        openBookings.first { entry in
            entry.key != key && wanted.clash(with: entry.sitting) != nil
        }
    }

    /// The table held that nobody would want beside this one.
    package func clash(with wanted: Sitting) -> Overlap? {
        let held = tables.filter { $0.isRow || $0.standing.mayStandUnlisted }
        return Overlap.clashes(of: wanted, with: held.map(\.reservation)).first
    }
}

extension Standing {
    /// It is held, or may be, although no list shows it.
    package var mayStandUnlisted: Bool {
        switch self {
        case .remembered, .justBooked, .maybeBooked, .cancelling, .maybeCancelled: true
        case .none, .held, .missing, .cancelled, .begun: false
        }
    }
}
