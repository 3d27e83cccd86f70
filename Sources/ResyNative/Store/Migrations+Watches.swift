extension Migrations {
    /// Watches: what they look for, what they have told of, messages on their way, and how the ticks stand.
    static func twelfth(_ connection: borrowing Connection) throws(SQLiteError) {
        // Numbers are never given twice: one that was removed must not be somebody else's next.
        try connection.run(
            """
            CREATE TABLE watches (
                id INTEGER PRIMARY KEY AUTOINCREMENT, venue TEXT NOT NULL, days TEXT NOT NULL, party INTEGER NOT NULL,
                preferred TEXT, earliest TEXT, latest TEXT, seating TEXT, most_fee REAL, until TEXT NOT NULL,
                earlier_than INTEGER, earlier_venue INTEGER, earlier_day TEXT, earlier_time TEXT, created_at REAL NOT NULL,
                last_look REAL, next_look REAL NOT NULL, failing_since REAL, failing_cause TEXT,
                found INTEGER NOT NULL DEFAULT 0) STRICT
            """)
        try connection.run(
            """
            CREATE TABLE watched_days (watch INTEGER NOT NULL, day TEXT NOT NULL, looked_at REAL NOT NULL,
                PRIMARY KEY (watch, day)) STRICT, WITHOUT ROWID
            """)
        // Those that were told of and were there at the last look.
        try connection.run(
            """
            CREATE TABLE watched_tables (watch INTEGER NOT NULL, day TEXT NOT NULL, time TEXT NOT NULL,
                seating TEXT NOT NULL, PRIMARY KEY (watch, day, time, seating)) STRICT, WITHOUT ROWID
            """)
        try connection.run(
            """
            CREATE TABLE watch_messages (
                id INTEGER PRIMARY KEY AUTOINCREMENT, watch INTEGER NOT NULL, facts TEXT NOT NULL, ends REAL NOT NULL,
                line TEXT NOT NULL DEFAULT 'waiting', address TEXT NOT NULL DEFAULT 'waiting',
                program TEXT NOT NULL DEFAULT 'waiting') STRICT
            """)
        try connection.run(
            """
            CREATE TABLE ticks (
                host TEXT PRIMARY KEY, last_at REAL, day INTEGER, asked INTEGER NOT NULL DEFAULT 0, cause TEXT,
                paused_at REAL, paused_until REAL) STRICT
            """)
    }
}
