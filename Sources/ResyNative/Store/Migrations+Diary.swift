extension Migrations {
    /// What calendars were last given of each reservation, see `DiaryEntry`.
    static func thirteenth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE calendar_events (
                account TEXT NOT NULL, reservation_id INTEGER NOT NULL, content TEXT NOT NULL,
                is_cancelled INTEGER NOT NULL, starts_at REAL, sequence INTEGER NOT NULL, stamped_at REAL NOT NULL,
                PRIMARY KEY (account, reservation_id)) STRICT
            """)
    }
}
