/// The maître d's book: what the journal, the account's list and this home's memory know of its tables at one moment.
///
/// The one place where the three are put together.
package struct TableBook: Sendable {
    /// Those that stand, bookings and cancellations, the oldest first.
    package let entries: [JournalEntry]
    /// Cancelled ones too.
    package let memory: [RememberedReservation]
    /// Nil where it could not be read.
    package let list: ListReading?
    package let now: Instant

    package init(
        entries: [JournalEntry], memory: [RememberedReservation], list: ListReading?, now: Instant
    ) {
        self.entries = entries
        self.memory = memory
        self.list = list
        self.now = now
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
        return standing(
            Standing.Trace(
                booking: booking, cancellation: id.flatMap { cancellation(of: $0) },
                remembered: id.flatMap { remembered($0) }, row: row))
    }

    package func standing(of id: Int) -> Standing {
        standing(
            Standing.Trace(
                booking: entries.last { $0.kind == .book && $0.state == .booked && $0.reservationID == id },
                cancellation: cancellation(of: id), remembered: remembered(id), row: row(id)))
    }

    private func standing(_ trace: Standing.Trace) -> Standing { Standing.of(trace, in: list, now: now) }

    private func remembered(_ id: Int) -> RememberedReservation? { memory.first { $0.reservation.id == id } }

    private func row(_ id: Int) -> Reservation? { list?.rows.first { $0.id == id && $0.isTaken } }

    package func row(of key: JournalKey) -> Reservation? { row(of: key, booking(of: key)) }

    private func row(of key: JournalKey, _ booking: JournalEntry?) -> Reservation? {
        if let id = booking?.reservationID, let row = row(id) { return row }
        // Another seating was booked elsewhere; of a booking that is settled, the list may call it otherwise.
        let seating = booking.map { $0.isOpen ? $0.about.seating : "" } ?? ""
        return list?.rows.first { key.isHeld(by: $0) && !$0.isOfAnotherSeating(than: seating) }
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
        return tables.filter { $0.standing == .missing }.map(\.reservation.id)
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
