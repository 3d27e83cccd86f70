/// What is known of one table, wanted or held.
package enum Standing: Sendable, Equatable {
    /// Nothing says that it is held.
    case none
    /// The list has it.
    case held(Reservation)
    /// Booked, as this home knows; no list was read.
    case remembered
    /// Booked from here, and not in the list yet.
    case justBooked
    /// A booking was begun and has no outcome yet.
    case maybeBooked
    /// A cancellation is under way.
    case cancelling
    /// A cancellation was begun and has no outcome yet.
    case maybeCancelled
    /// It should be in this list, and is not: it is read once more before that counts.
    case missing
    /// Gone from the list.
    case cancelled
    /// Its time has come, and no list says more of it.
    case begun

    /// Seconds after which a list that does not show what was begun proves that it was never done, and one that still shows
    /// what was to be cancelled proves that it stands. A table just booked may be missing for as long.
    package static let certainty: Double = 600
    /// For so many seconds after a booking a list may go back and forth: Resy was seen to show one up to five late.
    package static let flicker: Double = 10

    /// All that was written and read of one table.
    package struct Trace: Sendable {
        /// The newest entry for booking it.
        package var booking: JournalEntry?
        /// One for cancelling it that has no outcome.
        package var cancellation: JournalEntry?
        package var remembered: RememberedReservation?
        /// Its row in the list.
        package var row: Reservation?

        package init(
            booking: JournalEntry? = nil, cancellation: JournalEntry? = nil, remembered: RememberedReservation? = nil,
            row: Reservation? = nil
        ) {
            self.booking = booking
            self.cancellation = cancellation
            self.remembered = remembered
            self.row = row
        }
    }

    /// One answer from the journal, the list, this home's memory and the clock.
    package static func of(_ trace: Trace, in list: ListReading?, now: Instant) -> Standing {
        if let begun = trace.cancellation { return ofCancellation(begun, trace.row, list, now) }
        switch trace.booking {
        case let booking? where booking.isOpen: return ofOpenBooking(booking, trace.row, list, now)
        case let booking? where booking.state == .booked: return ofBooked(booking, trace.row, list, now)
        default: return ofMemory(trace.remembered, trace.row, list, now)
        }
    }

    private static func ofCancellation(
        _ entry: JournalEntry, _ row: Reservation?, _ list: ListReading?, _ now: Instant
    ) -> Standing {
        let open: Standing = entry.isYoung(now) ? .cancelling : .maybeCancelled
        guard let list, list.knows(of: entry), list.isWhole, !entry.hasBegun(by: now) else { return open }
        guard let row, row.status == .confirmed else { return .cancelled }
        return list.isCertain(of: entry.createdAt) ? .held(row) : open
    }

    private static func ofOpenBooking(
        _ entry: JournalEntry, _ row: Reservation?, _ list: ListReading?, _ now: Instant
    ) -> Standing {
        guard let list, list.knows(of: entry) else { return .maybeBooked }
        if let row { return .held(row) }
        let isSettled = list.isWhole && list.isCertain(of: entry.createdAt) && !entry.hasBegun(by: now)
        return isSettled ? .none : .maybeBooked
    }

    private static func ofBooked(
        _ entry: JournalEntry, _ row: Reservation?, _ list: ListReading?, _ now: Instant
    ) -> Standing {
        if let row { return .held(row) }
        guard let list else { return .remembered }
        if let seenAt = entry.seenAt {
            // A list that is older than the last one that showed it proves nothing against it.
            guard seenAt < list.askedAt, list.askedAt.seconds - entry.updatedAt.seconds >= flicker else {
                return .justBooked
            }
        } else if !list.isCertain(of: entry.updatedAt) {
            return .justBooked
        }
        if entry.hasBegun(by: now) { return .begun }
        // One bad answer must not free what may then be booked twice.
        return list.isWhole && list.isSecondLook ? .cancelled : .missing
    }

    /// One from elsewhere is remembered from a list that showed it.
    private static func ofMemory(
        _ remembered: RememberedReservation?, _ row: Reservation?, _ list: ListReading?, _ now: Instant
    ) -> Standing {
        if let row { return .held(row) }
        guard let known = remembered else { return .none }
        guard known.reservation.status != .cancelled else { return .cancelled }
        guard let list else { return .remembered }
        if known.reservation.hasBegun(by: now) { return .begun }
        return list.isWhole && list.isSecondLook && known.recordedAt < list.askedAt ? .cancelled : .missing
    }
}

extension ListReading {
    fileprivate func knows(of entry: JournalEntry) -> Bool { entry.createdAt <= askedAt }

    fileprivate func isCertain(of moment: Instant) -> Bool { askedAt.seconds - moment.seconds >= Standing.certainty }
}
