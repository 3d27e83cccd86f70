package import ResyDomain

/// Tables that took, or are to take, the place of others.
extension Store {
    /// The newest booking that was to take the place of that table, done or open.
    package func change(of reservationID: Int, account: String) throws -> JournalEntry? {
        try with { connection in try Self.changes(of: reservationID, account, on: connection).last }
    }

    /// Resy changed a table: the booking's entry holds the new one, and the old one is given up; it may have kept its number.
    package func exchange(entry: Int, to new: Reservation, old: Int, account: String, now: Instant) throws {
        defer { ended(intent: entry) }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.giveUp(old, beside: entry, now, on: connection)
                try Self.hold(new, by: entry, account, now, on: connection)
            }
        }
    }

    /// Both are held: the new one is written down as booked, and nothing gave up the old one.
    package func holdBoth(entry: Int, new: Reservation, account: String, now: Instant) throws {
        defer { ended(intent: entry) }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.closeLeaving(beside: entry, as: .notBooked, now, on: connection)
                try Self.hold(new, by: entry, account, now, on: connection)
            }
        }
    }

    /// Neither is held any more.
    package func holdNeither(entry: Int, old: Int, now: Instant) throws {
        defer { ended(intent: entry) }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.giveUp(old, beside: entry, now, on: connection)
                try connection.run(
                    "UPDATE journal SET state = 'not_booked', updated_at = ? WHERE id = ?",
                    [.real(now.seconds), .integer(entry)])
            }
        }
    }

    /// It was not in the list; what is open of it stays so.
    package func lose(_ id: Int, now: Instant) throws {
        try with { connection in
            try connection.run(
                "UPDATE reservations SET status = 'cancelled', updated_at = ? WHERE id = ?",
                [.real(now.seconds), .integer(id)])
        }
    }

    // MARK: - In a transaction

    /// What gives that table up already, or gave it up for another one that is held.
    static func leaving(
        _ old: Reservation, of account: String, on connection: borrowing Connection
    ) throws(SQLiteError) -> JournalEntry? {
        if let change = try changes(of: old.id, account, on: connection).last(where: { $0.reservationID != old.id }) {
            return change
        }
        return try connection.run(
            """
            SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
            WHERE reservation_id = ? AND account = ? AND kind = 'cancel' AND state IN ('intended', 'unknown') ORDER BY id
            """, [.integer(old.id), .text(account)]
        ) { (row) throws(SQLiteError) in Self.entry(row) }.compactMap { $0 }.last
    }

    /// The half of Resy's own change that gives up the old table; it is remembered, wherever it was booked, so that a later call can
    /// say what became of it.
    static func insertLeaving(
        _ old: Reservation, of account: String, _ now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        let about = Intent(
            seating: old.seating ?? "", zone: old.venue.zone, reservationID: old.id, venueName: old.venue.name,
            change: ChangeLink(of: old.id, way: .resyChange))
        _ = try insert(JournalKey(old, account: account), .cancel, about, now, on: connection)
        try write(old, account: account, now: now, on: connection)
    }

    /// The other half of one that is closed so.
    static func closeLeaving(
        beside entry: Int, as state: JournalEntry.State, _ now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        let other: JournalEntry.State
        switch state {
        case .unknown: other = .unknown
        case .notBooked: other = .notCancelled
        case .intended, .booked, .cancelled, .notCancelled: return
        }
        try connection.run(
            """
            UPDATE journal SET state = ?, updated_at = ?
            WHERE kind = 'cancel' AND state IN ('intended', 'unknown') AND change_of = (
                SELECT change_of FROM journal WHERE id = ? AND kind = 'book' AND change_way = 'resy_change')
            """, [.text(other.rawValue), .real(now.seconds), .integer(entry)])
    }

    private static func changes(
        of id: Int, _ account: String, on connection: borrowing Connection
    ) throws(SQLiteError) -> [JournalEntry] {
        try connection.run(
            """
            SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
            WHERE change_of = ? AND account = ? AND kind = 'book' AND state IN ('intended', 'unknown', 'booked')
            ORDER BY id
            """, [.integer(id), .text(account)]
        ) { (row) throws(SQLiteError) in Self.entry(row) }.compactMap { $0 }
    }

    private static func giveUp(
        _ old: Int, beside entry: Int, _ now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        try connection.run(
            """
            UPDATE journal SET state = 'cancelled', updated_at = ?
            WHERE reservation_id = ? AND id <> ? AND (kind = 'book' OR state IN ('intended', 'unknown'))
            """, [.real(now.seconds), .integer(old), .integer(entry)])
        try connection.run(
            "UPDATE reservations SET status = 'cancelled', updated_at = ? WHERE id = ?",
            [.real(now.seconds), .integer(old)])
        try connection.run("DELETE FROM visits WHERE reservation_id = ?", [.integer(old)])
    }

    private static func hold(
        _ new: Reservation, by entry: Int, _ account: String, _ now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        try write(new, account: account, now: now, on: connection)
        try writeVisit(new, account: account, now: now, on: connection)
        try connection.run(
            "UPDATE journal SET state = 'booked', reservation_id = ?, seen_at = ?, updated_at = ? WHERE id = ?",
            [.integer(new.id), .real(now.seconds), .real(now.seconds), .integer(entry)])
    }
}

extension JournalEntry {
    /// It is how that table was booked, and has an outcome.
    func holds(_ table: Reservation?) -> Bool {
        guard let table, !isOpen else { return false }
        return reservationID == table.id
    }
}
