/// What makes two bookings the same one.
package struct JournalKey: Sendable, Equatable {
    package var account: String
    package var venue: Int
    /// The evening asked for.
    package var day: CalendarDay
    package var time: TimeOfDay
    package var party: Int
}

/// What is to be done, for whoever has to find out later whether it was.
package struct Intent: Sendable, Equatable {
    package var seating: String
    package var specialRequests: String?
    /// The restaurant's, so that it is known when the evening has begun.
    package var zone: Zone?
    /// The one to cancel.
    package var reservationID: Int?

    package init(seating: String, specialRequests: String? = nil, zone: Zone? = nil, reservationID: Int? = nil) {
        self.seating = seating
        self.specialRequests = specialRequests
        self.zone = zone
        self.reservationID = reservationID
    }
}

/// One intent, and what became of it.
package struct JournalEntry: Sendable, Equatable {
    package enum Kind: String, Sendable { case book, cancel }

    package enum State: String, Sendable {
        /// Written before the request; still so after a crash, and then as unclear as `unknown`.
        case intended
        case unknown
        case booked
        case notBooked = "not_booked"
        case cancelled
        case notCancelled = "not_cancelled"
    }

    package var id: Int
    package var kind: Kind
    package var key: JournalKey
    package var state: State
    package var about: Intent
    /// The one that was booked, or is to be cancelled.
    package var reservationID: Int? { about.reservationID }
    /// When a list first showed the booked table; nil until one did.
    package var seenAt: Instant?
    package var createdAt: Instant
    package var updatedAt: Instant

    /// Something that a new booking of the same table has to respect.
    package var isStanding: Bool { isOpen || state == .booked }

    /// Nobody knows yet what became of it.
    package var isOpen: Bool { state == .intended || state == .unknown }
}

extension Store {
    package enum IntentClaim: Sendable, Equatable {
        case opened(Int)
        /// Open, unclear or booked already, here or in another process.
        case exists
    }

    /// Writes the intent, synced to the disk, before anything is sent.
    package func openIntent(
        _ key: JournalKey, kind: JournalEntry.Kind, about intent: Intent, now: Instant
    ) throws -> IntentClaim {
        try with { connection in
            do throws(SQLiteError) {
                try connection.run(
                    """
                    INSERT INTO journal (kind, account, venue_id, day, time, party, seating, state, created_at, updated_at,
                        special_requests, zone, reservation_id)
                    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'intended', ?8, ?9, ?10, ?11, ?12
                    WHERE NOT EXISTS (
                        SELECT 1 FROM journal WHERE kind = ?1 AND account = ?2 AND venue_id = ?3 AND day = ?4
                        AND time = ?5 AND party = ?6 AND state = 'booked')
                    """,
                    [
                        .text(kind.rawValue), .text(key.account), .integer(key.venue), .text(key.day.iso),
                        .text(key.time.clock), .integer(key.party), .text(intent.seating), .real(now.seconds),
                        .real(now.seconds), .text(intent.specialRequests), .text(intent.zone?.name),
                        .integer(intent.reservationID),
                    ])
                // Another call may have booked it since the journal was looked at.
                return connection.changes == 1 ? .opened(connection.lastInsertedID) : .exists
            } catch {
                guard error.isConstraint else { throw error }
                return .exists
            }
        }
    }

    package func close(id: Int, state: JournalEntry.State, reservationID: Int?, now: Instant) throws {
        try with { connection in
            try connection.run(
                """
                UPDATE journal SET state = ?, reservation_id = coalesce(?, reservation_id), updated_at = ? WHERE id = ?
                """,
                [.text(state.rawValue), .integer(reservationID), .real(now.seconds), .integer(id)])
        }
    }

    /// The newest entry of a table.
    package func entry(for key: JournalKey, kind: JournalEntry.Kind) throws -> JournalEntry? {
        try with { connection in
            try connection.run(
                """
                SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                    reservation_id, seen_at, created_at, updated_at FROM journal
                WHERE kind = ? AND account = ? AND venue_id = ? AND day = ? AND time = ? AND party = ?
                ORDER BY id DESC LIMIT 1
                """,
                [
                    .text(kind.rawValue), .text(key.account), .integer(key.venue), .text(key.day.iso),
                    .text(key.time.clock), .integer(key.party),
                ]
            ) { (row) throws(SQLiteError) in Self.entry(row) }.first ?? nil
        }
    }

    /// What a list may have news of: what is open, and what was booked and not yet listed; made before `now`, for
    /// evenings since `day`.
    package func unsettledEntries(account: String, since day: CalendarDay, before now: Instant) throws -> [JournalEntry]
    {
        try with { connection in
            try connection.run(
                """
                SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                    reservation_id, seen_at, created_at, updated_at FROM journal
                WHERE account = ? AND day >= ? AND created_at <= ?
                    AND (state IN ('intended', 'unknown') OR state = 'booked' AND seen_at IS NULL)
                ORDER BY id
                """, [.text(account), .text(day.iso), .real(now.seconds)]
            ) { (row) throws(SQLiteError) in Self.entry(row) }
        }.compactMap { $0 }
    }

    /// A list showed the table: from now on its absence means something.
    package func markSeen(entry id: Int, now: Instant) throws {
        try with { connection in
            try connection.run(
                "UPDATE journal SET seen_at = ? WHERE id = ? AND seen_at IS NULL", [.real(now.seconds), .integer(id)])
        }
    }

    private static func entry(_ row: borrowing Row) -> JournalEntry? {
        guard let kind = JournalEntry.Kind(rawValue: row.text(1)), let day = CalendarDay(iso: row.text(4)),
            let time = TimeOfDay(clock: row.text(5))
        else { return nil }
        return JournalEntry(
            id: row.integer(0), kind: kind,
            key: JournalKey(account: row.text(2), venue: row.integer(3), day: day, time: time, party: row.integer(6)),
            state: JournalEntry.State(rawValue: row.text(7)) ?? .unknown,
            about: Intent(
                seating: row.text(8), specialRequests: row.optionalText(9),
                zone: row.optionalText(10).flatMap { Zone(named: $0) }, reservationID: row.optionalInteger(11)),
            seenAt: row.optionalInstant(12), createdAt: row.instant(13), updatedAt: row.instant(14))
    }
}
