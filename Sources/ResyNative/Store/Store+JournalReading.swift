package import ResyDomain

extension Store {
    /// All that was written of a reservation, the newest first: how it was booked from here, and tries to cancel it.
    package func entries(of reservationID: Int) throws -> [JournalEntry] {
        try with { connection in
            try connection.run(
                """
                SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                    reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
                WHERE reservation_id = ? ORDER BY id DESC
                """, [.integer(reservationID)]
            ) { (row) throws(SQLiteError) in Self.entry(row) }
        }.compactMap { $0 }
    }

    /// What it was booked under from here.
    package func agreedTerms(of reservationID: Int) throws -> AgreedTerms? {
        try entries(of: reservationID).first { $0.kind == .book }?.about.terms
    }

    /// Open, unclear or booked, of an account's evenings since `day`; the oldest first.
    package func standingEntries(account: String, since day: CalendarDay) throws -> [JournalEntry] {
        try with { connection in
            try connection.run(
                """
                SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                    reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
                WHERE account = ? AND day >= ? AND state IN ('intended', 'unknown', 'booked')
                ORDER BY id
                """, [.text(account), .text(day.iso)]
            ) { (row) throws(SQLiteError) in Self.entry(row) }
        }.compactMap { $0 }
    }

    /// Open, unclear or booked, of the same account, on that evening and those beside it.
    static func standing(
        near key: JournalKey, on connection: borrowing Connection
    ) throws(SQLiteError) -> [JournalEntry] {
        try connection.run(
            """
            SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
            WHERE account = ? AND day BETWEEN ? AND ? AND state IN ('intended', 'unknown', 'booked')
            ORDER BY id
            """,
            [.text(key.account), .text(key.day.adding(days: -1).iso), .text(key.day.adding(days: 1).iso)]
        ) { (row) throws(SQLiteError) in Self.entry(row) }.compactMap { $0 }
    }

    static func entry(_ row: borrowing Row) -> JournalEntry? {
        guard let kind = JournalEntry.Kind(rawValue: row.text(1)), let day = CalendarDay(iso: row.text(4)),
            let time = TimeOfDay(clock: row.text(5))
        else { return nil }
        return JournalEntry(
            id: row.integer(0), kind: kind,
            key: JournalKey(account: row.text(2), venue: row.integer(3), day: day, time: time, party: row.integer(6)),
            state: JournalEntry.State(rawValue: row.text(7)) ?? .unknown,
            about: Intent(
                seating: row.text(8), specialRequests: row.optionalText(9),
                zone: row.optionalText(10).flatMap { Zone(named: $0) }, reservationID: row.optionalInteger(11),
                venueName: row.optionalText(15),
                terms: row.optionalText(16).flatMap { try? JSON(parsing: Array($0.utf8)) }
                    .flatMap { AgreedTerms(stored: $0) },
                change: row.optionalInteger(17).flatMap { old in
                    row.optionalText(18).flatMap { ChangeWay(rawValue: $0) }.map { ChangeLink(of: old, way: $0) }
                }),
            seenAt: row.optionalInstant(12), createdAt: row.instant(13), updatedAt: row.instant(14))
    }
}
