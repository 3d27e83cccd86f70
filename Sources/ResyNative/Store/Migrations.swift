/// The database's shape, version by version. A version that was released is never edited.
enum Migrations {
    static let newest = 14

    /// Throws for a database that is not to be written: a later program's, another program's, or a damaged one.
    /// Reads only.
    static func check(_ connection: borrowing Connection) throws {
        // One statement, so that both are read at one moment while another process may be migrating.
        let found =
            try connection.run("SELECT (SELECT user_version FROM pragma_user_version), count(*) FROM sqlite_schema") {
                (row) throws(SQLiteError) in (version: row.integer(0), tables: row.integer(1))
            }.first ?? (0, 0)
        guard found.version <= newest else { throw MigrationError.newer(found.version) }
        guard found.version > 0 || found.tables == 0 else { throw MigrationError.foreign }
        let faults = try connection.run("PRAGMA quick_check(1)") { (row) throws(SQLiteError) in row.text(0) }
        guard faults == ["ok"] else { throw MigrationError.damaged }
    }

    /// Brings a checked database up to date; two processes that do it at once end with one result.
    static func run(on connection: borrowing Connection) throws(SQLiteError) {
        guard try version(connection) < newest else { return }
        try connection.transaction { () throws(SQLiteError) in
            // Another process may have been faster between the look and the lock.
            let found = try version(connection)
            if found < 1 { try first(connection) }
            if found < 2 { try second(connection) }
            if found < 3 { try third(connection) }
            if found < 4 { try fourth(connection) }
            if found < 5 { try fifth(connection) }
            if found < 6 { try sixth(connection) }
            if found < 7 { try seventh(connection) }
            if found < 8 { try eighth(connection) }
            if found < 9 { try ninth(connection) }
            if found < 10 { try tenth(connection) }
            if found < 11 { try eleventh(connection) }
            if found < 12 { try twelfth(connection) }
            if found < 13 { try thirteenth(connection) }
            if found < 14 { try fourteenth(connection) }
            try connection.run("PRAGMA user_version = 14")
        }
    }

    private static func version(_ connection: borrowing Connection) throws(SQLiteError) -> Int {
        try connection.run("PRAGMA user_version") { (row) throws(SQLiteError) in row.integer(0) }.first ?? 0
    }

    /// What keeps calls from going out, see `Breaker`.
    private static func second(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE stops (
                host TEXT NOT NULL, name TEXT NOT NULL, trips INTEGER NOT NULL, cause TEXT, tripped_by TEXT, since REAL,
                until REAL, PRIMARY KEY (host, name)) STRICT
            """)
    }

    private static func first(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE restaurant_cache (
                key TEXT PRIMARY KEY, place_id TEXT, resy_venue_id INTEGER, venue TEXT,
                cached_at REAL NOT NULL, expires_at REAL NOT NULL) STRICT
            """)
        try connection.run(
            "CREATE TABLE places_cache (query TEXT PRIMARY KEY, answer TEXT NOT NULL, expires_at REAL NOT NULL) STRICT")
        try connection.run(
            """
            CREATE TABLE reservations (
                id INTEGER PRIMARY KEY, account TEXT NOT NULL, venue TEXT NOT NULL, day TEXT NOT NULL,
                time TEXT NOT NULL, party INTEGER NOT NULL, seating TEXT, status TEXT NOT NULL, cancel_by REAL,
                fee TEXT, special_requests TEXT, source TEXT NOT NULL, recorded_at REAL NOT NULL,
                updated_at REAL NOT NULL) STRICT
            """)
        try connection.run("CREATE INDEX reservations_by_account ON reservations (account, status, day)")
        try connection.run(
            """
            CREATE TABLE visits (
                reservation_id INTEGER PRIMARY KEY, account TEXT NOT NULL, venue_id INTEGER NOT NULL,
                venue_name TEXT NOT NULL, day TEXT NOT NULL, party INTEGER NOT NULL, logged_at REAL NOT NULL) STRICT
            """)
        try connection.run("CREATE TABLE pacing (host TEXT PRIMARY KEY, next_turn REAL NOT NULL) STRICT")
        try connection.run("CREATE TABLE sign_ins (account TEXT NOT NULL, at REAL NOT NULL) STRICT")
        try connection.run("CREATE INDEX sign_ins_by_account ON sign_ins (account, at)")
        try connection.run(
            "CREATE TABLE spent_tokens (nonce TEXT PRIMARY KEY, expires_at REAL NOT NULL) STRICT")
        try connection.run(
            """
            CREATE TABLE journal (
                id INTEGER PRIMARY KEY, kind TEXT NOT NULL, account TEXT NOT NULL, venue_id INTEGER NOT NULL,
                day TEXT NOT NULL, time TEXT NOT NULL, party INTEGER NOT NULL, seating TEXT NOT NULL,
                state TEXT NOT NULL, reservation_id INTEGER, created_at REAL NOT NULL, updated_at REAL NOT NULL) STRICT
            """)
        // At most one entry of a table is open or unclear, whichever process writes it.
        try connection.run(
            """
            CREATE UNIQUE INDEX journal_open ON journal (kind, account, venue_id, day, time, party)
            WHERE state IN ('intended', 'unknown')
            """)
        try connection.run("CREATE INDEX journal_by_key ON journal (kind, account, venue_id, day, time, party, id)")
    }

    /// What a booking or cancellation leaves for whoever settles it later.
    private static func third(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("ALTER TABLE journal ADD COLUMN special_requests TEXT")
        try connection.run("ALTER TABLE journal ADD COLUMN zone TEXT")
        try connection.run("ALTER TABLE journal ADD COLUMN seen_at REAL")
    }

    /// What is told of a booking afterwards: where it is, and under which terms it was sent.
    private static func fourth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("ALTER TABLE journal ADD COLUMN venue_name TEXT")
        try connection.run("ALTER TABLE journal ADD COLUMN terms TEXT")
    }

    /// Years of bookings do not slow a call down.
    private static func fifth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("CREATE INDEX journal_by_day ON journal (account, day)")
        try connection.run("CREATE INDEX journal_by_reservation ON journal (reservation_id)")
    }

    /// A right password ends the count of wrong ones, see `SignInGuard`.
    private static func sixth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("ALTER TABLE sign_ins ADD COLUMN succeeded INTEGER NOT NULL DEFAULT 0")
    }

    /// What a restaurant is to be told of a table, and how far that came. Before, it was kept and never sent.
    private static func seventh(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE wishes (
                id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
                overwrites TEXT, is_sent INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, ending TEXT,
                held TEXT, created_at REAL NOT NULL, touched_at REAL) STRICT
            """)
        try connection.run("CREATE INDEX wishes_by_entry ON wishes (entry, field, id)")
        try connection.run("CREATE INDEX wishes_open ON wishes (entry) WHERE ending IS NULL")
        try connection.run(
            """
            INSERT INTO wishes (entry, field, text, ending, created_at)
            SELECT id, 'words', special_requests, 'kept_here', created_at FROM journal
            WHERE kind = 'book' AND state IN ('intended', 'unknown', 'booked') AND trim(special_requests) <> ''
            """)
    }

    /// What somebody may say yes to. Before, it travelled sealed in the token itself.
    private static func eighth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE confirmations (
                hash TEXT PRIMARY KEY, agreement TEXT NOT NULL, expires_at REAL NOT NULL) STRICT
            """)
    }

    /// Resy's own list of its cities.
    private static func ninth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE cities (
                id INTEGER PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL,
                code TEXT NOT NULL, country TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL, radius REAL,
                zone TEXT) STRICT
            """)
        try connection.run("CREATE INDEX cities_by_slug ON cities (slug)")
        try connection.run("CREATE INDEX cities_by_code ON cities (code)")
        try connection.run("CREATE INDEX cities_by_latitude ON cities (latitude)")
        try connection.run(
            """
            CREATE TABLE city_names (name TEXT NOT NULL, city INTEGER NOT NULL, PRIMARY KEY (name, city))
            STRICT, WITHOUT ROWID
            """)
        try connection.run(
            "CREATE TABLE city_list (id INTEGER PRIMARY KEY CHECK (id = 1), read_at REAL, failed_at REAL) STRICT")
    }

    /// What of the looking budget is left, see `LookingBudget`; and the last limit or block, which stays when it is over.
    private static func tenth(_ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("ALTER TABLE pacing ADD COLUMN budget_left REAL")
        try connection.run("ALTER TABLE pacing ADD COLUMN budget_at REAL")
        try connection.run("ALTER TABLE pacing ADD COLUMN day INTEGER")
        try connection.run("ALTER TABLE pacing ADD COLUMN asked INTEGER")
        try connection.run(
            """
            CREATE TABLE last_stop (
                host TEXT PRIMARY KEY, cause TEXT NOT NULL, tripped_by TEXT NOT NULL, since REAL NOT NULL,
                until REAL NOT NULL) STRICT
            """)
    }
}

enum MigrationError: Error, Equatable {
    case newer(Int)
    /// Another program's tables, and none of ours.
    case foreign
    case damaged
}
