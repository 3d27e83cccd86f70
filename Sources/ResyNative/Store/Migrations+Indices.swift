extension Migrations {
    /// What is looked for before each booking: of a diner who often thinks better of it, the cancelled tables are told
    /// apart without reading their rows. An intent is a row and as few leaves of indices as can be, for each is written
    /// and synced before anything is sent.
    static func fourteenth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("DROP INDEX journal_by_day")
        try connection.run("CREATE INDEX journal_by_day ON journal (account, day, state)")
        try connection.run("DROP INDEX journal_by_reservation")
        try connection.run(
            "CREATE INDEX journal_by_reservation ON journal (reservation_id) WHERE reservation_id IS NOT NULL")
        // Nothing asks by it.
        try connection.run("DROP INDEX journal_by_key")
    }
}
