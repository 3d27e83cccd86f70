package import ResyDomain

/// What somebody may say yes to, and which yes was used.
extension Store {
    /// One that works once.
    package struct Yes: Sendable, Equatable {
        /// Unlike any other's.
        package var number: String
        /// Until then it is good.
        package var expires: Instant

        package init(number: String, expires: Instant) {
            self.number = number
            self.expires = expires
        }
    }

    /// What is past its time is kept a day longer, so that whoever comes late is told so.
    private static let memory: Double = 86_400

    /// Keeps what a yes would be for, sealed, under the hash of the token that it will come with.
    package func keep(agreement sealed: String, under hash: String, until expires: Instant, now: Instant) throws {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.forget(now, on: connection)
                try connection.run(
                    "INSERT INTO confirmations (hash, agreement, expires_at) VALUES (?, ?, ?)",
                    [.text(hash), .text(sealed), .real(expires.seconds)])
            }
        }
    }

    /// Nil where none was kept; its text is empty where it ran out.
    package func agreement(under hash: String) throws -> (sealed: String, expires: Instant)? {
        try with { connection in
            try connection.run("SELECT agreement, expires_at FROM confirmations WHERE hash = ?", [.text(hash)]) {
                (row) throws(SQLiteError) in (row.text(0), row.instant(1))
            }.first
        }
    }

    package func isSpent(_ yes: Yes) throws -> Bool {
        try with { connection in try Self.isSpent(yes, on: connection) }
    }

    /// True the first time only.
    package func spend(_ yes: Yes, now: Instant) throws -> Bool {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try Self.forget(now, on: connection)
                return try Self.spend(yes, on: connection)
            }
        }
    }

    // MARK: - In a transaction

    static func isSpent(_ yes: Yes, on connection: borrowing Connection) throws(SQLiteError) -> Bool {
        try connection.run("SELECT 1 FROM spent_tokens WHERE nonce = ?", [.text(yes.number)]) {
            (_) throws(SQLiteError) in true
        }.isEmpty == false
    }

    static func spend(_ yes: Yes, on connection: borrowing Connection) throws(SQLiteError) -> Bool {
        try connection.run(
            "INSERT OR IGNORE INTO spent_tokens (nonce, expires_at) VALUES (?, ?)",
            [.text(yes.number), .real(yes.expires.seconds)])
        return connection.changes == 1
    }

    /// What it was spent for was never sent.
    static func giveBack(_ yes: Yes, on connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("DELETE FROM spent_tokens WHERE nonce = ?", [.text(yes.number)])
    }

    private static func forget(_ now: Instant, on connection: borrowing Connection) throws(SQLiteError) {
        let long = SQLValue.real(now.seconds - memory)
        try connection.run("DELETE FROM spent_tokens WHERE expires_at < ?", [long])
        try connection.run("DELETE FROM confirmations WHERE expires_at < ?", [long])
        try connection.run(
            "UPDATE confirmations SET agreement = '' WHERE expires_at < ? AND agreement <> ''", [.real(now.seconds)])
    }
}
