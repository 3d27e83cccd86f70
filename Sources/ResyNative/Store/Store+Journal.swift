/// What makes two bookings the same one.
package struct JournalKey: Sendable, Equatable {
    package var account: String
    package var venue: Int
    /// The evening asked for.
    package var day: CalendarDay
    package var time: TimeOfDay
    package var party: Int
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
    }

    package var id: Int
    package var state: State
    package var reservationID: Int?
    package var seating: String
    package var createdAt: Instant
    package var updatedAt: Instant

    /// Something that a new booking of the same table has to respect.
    package var isStanding: Bool { state == .intended || state == .unknown || state == .booked }
}

extension Store {
    package enum IntentClaim: Sendable, Equatable {
        case opened(Int)
        /// Open, unclear or booked already, here or in another process.
        case exists
    }

    /// Writes the intent, synced to the disk, before anything is sent.
    package func openIntent(
        _ key: JournalKey, kind: JournalEntry.Kind, seating: String, now: Instant
    ) throws -> IntentClaim {
        try with { connection in
            do throws(SQLiteError) {
                try connection.run(
                    """
                    INSERT INTO journal (kind, account, venue_id, day, time, party, seating, state, created_at, updated_at)
                    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'intended', ?8, ?9
                    WHERE NOT EXISTS (
                        SELECT 1 FROM journal WHERE kind = ?1 AND account = ?2 AND venue_id = ?3 AND day = ?4
                        AND time = ?5 AND party = ?6 AND state = 'booked')
                    """,
                    [
                        .text(kind.rawValue), .text(key.account), .integer(key.venue), .text(key.day.iso),
                        .text(key.time.clock), .integer(key.party), .text(seating), .real(now.seconds),
                        .real(now.seconds),
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
                SELECT id, state, reservation_id, seating, created_at, updated_at FROM journal
                WHERE kind = ? AND account = ? AND venue_id = ? AND day = ? AND time = ? AND party = ?
                ORDER BY id DESC LIMIT 1
                """,
                [
                    .text(kind.rawValue), .text(key.account), .integer(key.venue), .text(key.day.iso),
                    .text(key.time.clock), .integer(key.party),
                ]
            ) { (row) throws(SQLiteError) in
                JournalEntry(
                    id: row.integer(0), state: JournalEntry.State(rawValue: row.text(1)) ?? .unknown,
                    reservationID: row.optionalInteger(2), seating: row.text(3), createdAt: row.instant(4),
                    updatedAt: row.instant(5))
            }.first
        }
    }
}
