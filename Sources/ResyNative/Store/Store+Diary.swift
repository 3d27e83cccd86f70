package import ResyDomain

/// What calendars were last given.
extension Store {
    /// Of an account, as far as it lies ahead or has one of these numbers.
    package func diary(account: String, and ids: [Int], since now: Instant) throws -> [DiaryEntry] {
        let wanted = Set(ids)
        return try with { connection in
            try connection.run(
                """
                SELECT reservation_id, content, is_cancelled, starts_at, sequence, stamped_at FROM calendar_events
                WHERE account = ? ORDER BY reservation_id
                """, [.text(account)]
            ) { (row) throws(SQLiteError) in
                let draft = DiaryDraft(
                    id: row.integer(0), content: row.text(1), isCancelled: row.integer(2) != 0,
                    starts: row.optionalReal(3).map { Instant(seconds: $0) })
                return DiaryEntry(draft, sequence: row.integer(4), stampedAt: Instant(seconds: row.real(5)))
            }
        }.filter { wanted.contains($0.draft.id) || $0.isAhead(of: now) }
    }

    /// Writes what is given to calendars now; nothing where all of it is as it was.
    package func writeDiary(_ entries: [DiaryEntry], account: String) throws {
        guard !entries.isEmpty else { return }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                for entry in entries {
                    try connection.run(
                        """
                        INSERT OR REPLACE INTO calendar_events
                            (account, reservation_id, content, is_cancelled, starts_at, sequence, stamped_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        [
                            .text(account), .integer(entry.draft.id), .text(entry.draft.content),
                            .integer(entry.draft.isCancelled ? 1 : 0), .real(entry.draft.starts?.seconds),
                            .integer(entry.sequence), .real(entry.stampedAt.seconds),
                        ])
                }
            }
        }
    }
}
