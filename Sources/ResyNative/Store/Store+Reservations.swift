package import ResyDomain

extension Store {
    /// Remembers a reservation, or what has changed about it.
    package func record(_ reservation: Reservation, account: String, now: Instant) throws {
        try with { connection in try Self.write(reservation, account: account, now: now, on: connection) }
    }

    /// All that a finished booking leaves behind, whole or not at all: the reservation, the visit, and the journal's
    /// entry closed as booked.
    package func settle(_ reservation: Reservation, account: String, entry: Int?, now: Instant) throws {
        defer { if let entry { ended(intent: entry) } }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.write(reservation, account: account, now: now, on: connection)
                try Self.writeVisit(reservation, account: account, now: now, on: connection)
                guard let entry else { return }
                try connection.run(
                    "UPDATE journal SET state = 'booked', reservation_id = ?, updated_at = ? WHERE id = ?",
                    [.integer(reservation.id), .real(now.seconds), .integer(entry)])
            }
        }
    }

    /// The latest of an account's tables, cancelled ones too, the oldest of them first.
    package func localReservations(account: String, latest count: Int) throws -> [RememberedReservation] {
        try with { connection in
            try connection.run(
                """
                SELECT id, venue, day, time, party, seating, status, cancel_by, fee, special_requests, source, recorded_at,
                    updated_at
                FROM reservations WHERE account = ? ORDER BY day DESC, time DESC LIMIT ?
                """, [.text(account), .integer(count)]
            ) { (row) throws(SQLiteError) in Self.reservation(row, venues) }
        }.compactMap { $0 }.reversed()
    }

    /// The latest of an account's tables that were cancelled, the oldest of them first.
    package func cancelledReservations(account: String, latest count: Int) throws -> [RememberedReservation] {
        try with { connection in
            try connection.run(
                """
                SELECT id, venue, day, time, party, seating, status, cancel_by, fee, special_requests, source, recorded_at,
                    updated_at
                FROM reservations WHERE account = ? AND status = 'cancelled' ORDER BY day DESC, time DESC LIMIT ?
                """, [.text(account), .integer(count)]
            ) { (row) throws(SQLiteError) in Self.reservation(row, venues) }
        }.compactMap { $0 }.reversed()
    }

    /// Those of days since `day`, cancelled ones too where they are wanted, and whatever is known of those that are `named`:
    /// what a call looks at stays small, however long the memory. Every status is named so that the index leads to the day.
    package func localReservations(
        account: String, since day: CalendarDay, and named: [Int] = [], showsCancelled: Bool = true
    ) throws -> [RememberedReservation] {
        let recent = try with { connection in
            try connection.run(
                showsCancelled
                    ? """
                    SELECT id, venue, day, time, party, seating, status, cancel_by, fee, special_requests, source,
                        recorded_at, updated_at
                    FROM reservations
                    WHERE account = ? AND status IN ('confirmed', 'cancelled', 'past', 'no_show', 'unknown') AND day >= ?
                    ORDER BY day, time
                    """
                    : """
                    SELECT id, venue, day, time, party, seating, status, cancel_by, fee, special_requests, source,
                        recorded_at, updated_at
                    FROM reservations
                    WHERE account = ? AND status IN ('confirmed', 'past', 'no_show', 'unknown') AND day >= ?
                    ORDER BY day, time
                    """, [.text(account), .text(day.iso)]
            ) { (row) throws(SQLiteError) in Self.reservation(row, venues) }
        }.compactMap { $0 }
        var known = Set(recent.map(\.reservation.id))
        return try recent + named.filter { known.insert($0).inserted }.compactMap { try reservation(id: $0) }
    }

    /// The numbers of an account's tables from that day on, without opening the database for writing.
    static func confirmed(in path: String, account: String, since day: CalendarDay) throws(SQLiteError) -> [Int] {
        guard ((try? Files.facts(path)) ?? nil) != nil else { return [] }
        return try look(at: path).run(
            "SELECT id FROM reservations WHERE account = ? AND day >= ? AND status = 'confirmed' ORDER BY day, time",
            [.text(account), .text(day.iso)]
        ) { (row) throws(SQLiteError) in row.integer(0) }.compactMap { $0 }
    }

    package func reservation(id: Int) throws -> RememberedReservation? {
        try with { connection in
            try connection.run(
                """
                SELECT id, venue, day, time, party, seating, status, cancel_by, fee, special_requests, source, recorded_at,
                    updated_at
                FROM reservations WHERE id = ?
                """, [.integer(id)]
            ) { (row) throws(SQLiteError) in Self.reservation(row, venues) }
        }.first ?? nil
    }

    /// Also frees the journal's key, so that the table can be booked anew. `entry`: the cancellation that did it, closed in
    /// the same breath: a process that ends between the two would leave a table that nobody cancels any more.
    package func markCancelled(id: Int, closing entry: Int? = nil, now: Instant) throws {
        defer { if let entry { ended(intent: entry) } }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                if let entry {
                    try connection.run(
                        "UPDATE journal SET state = 'cancelled', updated_at = ? WHERE id = ?",
                        [.real(now.seconds), .integer(entry)])
                }
                try connection.run(
                    "UPDATE reservations SET status = 'cancelled', updated_at = ? WHERE id = ?",
                    [.real(now.seconds), .integer(id)])
                try connection.run(
                    "UPDATE journal SET state = 'cancelled', updated_at = ? WHERE reservation_id = ? AND kind = 'book'",
                    [.real(now.seconds), .integer(id)])
                try connection.run("DELETE FROM visits WHERE reservation_id = ?", [.integer(id)])
            }
        }
    }

    package func visits(account: String) throws -> [(reservation: Int, venue: String, day: String)] {
        try with { connection in
            try connection.run(
                "SELECT reservation_id, venue_name, day FROM visits WHERE account = ? ORDER BY day", [.text(account)]
            ) { (row) throws(SQLiteError) in (row.integer(0), row.text(1), row.text(2)) }
        }
    }

    static func write(
        _ reservation: Reservation, account: String, now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        try connection.run(
            """
            INSERT INTO reservations (id, account, venue, day, time, party, seating, status, cancel_by, fee,
                special_requests, source, recorded_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET venue = excluded.venue, day = excluded.day, time = excluded.time,
                party = excluded.party, seating = excluded.seating, status = excluded.status,
                cancel_by = excluded.cancel_by, fee = excluded.fee,
                special_requests = coalesce(excluded.special_requests, special_requests),
                updated_at = excluded.updated_at
            """,
            [
                .integer(reservation.id), .text(account), .text(reservation.venue.stored.compact),
                .text(reservation.day.iso), .text(reservation.time.clock), .integer(reservation.party),
                .text(reservation.seating), .text(reservation.status.rawValue), .instant(reservation.cancelBy),
                .text(reservation.charges.isEmpty ? nil : reservation.charges.stored.compact),
                .text(reservation.specialRequests),
                .text(reservation.source.rawValue), .real(now.seconds), .real(now.seconds),
            ])
    }

    static func writeVisit(
        _ reservation: Reservation, account: String, now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        try connection.run(
            """
            INSERT OR REPLACE INTO visits (reservation_id, account, venue_id, venue_name, day, party, logged_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(reservation.id), .text(account), .integer(reservation.venue.id),
                .text(reservation.venue.name), .text(reservation.day.iso), .integer(reservation.party),
                .real(now.seconds),
            ])
    }

    private static func reservation(_ row: borrowing Row, _ venues: StoredVenues) -> RememberedReservation? {
        guard let venue = venues.venue(row.text(1)),
            let day = CalendarDay(iso: row.text(2)), let time = TimeOfDay(clock: row.text(3))
        else { return nil }
        let charges = row.optionalText(8).flatMap { try? JSON(parsing: Array($0.utf8)) }.flatMap { Charges(stored: $0) }
        return RememberedReservation(
            reservation: Reservation(
                id: row.integer(0), venue: venue, day: day, time: time, party: row.integer(4),
                seating: row.optionalText(5), status: Reservation.Status(rawValue: row.text(6)) ?? .unknown,
                cancelBy: row.optionalInstant(7), charges: charges ?? [], mayCancel: true,
                source: Reservation.Source(rawValue: row.text(10)) ?? .elsewhere,
                specialRequests: row.optionalText(9)),
            recordedAt: row.instant(11), changedAt: row.instant(12))
    }
}
