extension Migrations {
    /// Which table a booking is to take the place of, and how.
    static func eleventh(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("ALTER TABLE journal ADD COLUMN change_of INTEGER")
        try connection.run("ALTER TABLE journal ADD COLUMN change_way TEXT")
        try connection.run("CREATE INDEX journal_by_change ON journal (change_of) WHERE change_of IS NOT NULL")
    }
}
