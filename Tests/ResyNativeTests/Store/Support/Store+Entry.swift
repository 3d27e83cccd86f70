@testable import ResyDomain

@testable import ResyNative

extension Store {
    /// The newest entry of a table.
    func entry(for key: JournalKey, kind: JournalEntry.Kind) throws -> JournalEntry? {
        try with { connection in
            try connection.run(
                """
                SELECT id, kind, account, venue_id, day, time, party, state, seating, special_requests, zone,
                    reservation_id, seen_at, created_at, updated_at, venue_name, terms, change_of, change_way FROM journal
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
}
