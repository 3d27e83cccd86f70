extension Store {
    /// Takes the next turn to ask a host: the moment this request may go. The one after it is `pause` later.
    /// Atomic over all processes of this home.
    package func claimTurn(host: String, now: Instant, pause: Double) throws -> Instant {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let next = try connection.run("SELECT next_turn FROM pacing WHERE host = ?", [.text(host)]) {
                    (row) throws(SQLiteError) in row.instant(0)
                }.first
                // A turn far ahead can only come from a clock that was set back since.
                let queue = max(120, 20 * pause)
                let turn = next.map { $0.seconds > now.seconds + queue ? now : max($0, now) } ?? now
                try connection.run(
                    "INSERT OR REPLACE INTO pacing (host, next_turn) VALUES (?, ?)",
                    [.text(host), .real(turn.seconds + pause)])
                return turn
            }
        }
    }

    package enum SignInClaim: Sendable, Equatable {
        case granted
        /// Too many within the window; the earliest moment for the next.
        case refused(until: Instant)

        package var nextAllowed: Instant? {
            if case .refused(let until) = self { until } else { nil }
        }
    }

    /// Counts a sign-in, successful or not, before it is tried; at most `limit` within `window` seconds.
    package func claimSignIn(account: String, now: Instant, limit: Int, window: Double) throws -> SignInClaim {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                // One "in the future" was written before the clock was set back; it counts as now.
                let recent = try connection.run(
                    "SELECT at FROM sign_ins WHERE account = ? AND at > ? ORDER BY at DESC LIMIT ?",
                    [.text(account), .real(now.seconds - window), .integer(limit)]
                ) { (row) throws(SQLiteError) in min(row.instant(0), now) }
                if recent.count >= limit, let oldest = recent.last {
                    return .refused(until: oldest.adding(window))
                }
                try connection.run(
                    "INSERT INTO sign_ins (account, at) VALUES (?, ?)", [.text(account), .real(now.seconds)])
                try connection.run("DELETE FROM sign_ins WHERE at < ?", [.real(now.seconds - 86_400)])
                return .granted
            }
        }
    }

    /// Sign-ins of an account since a moment, failed or not.
    package func signIns(account: String, since: Instant) throws -> Int {
        try with { connection in
            try connection.run(
                "SELECT count(*) FROM sign_ins WHERE account = ? AND at > ?", [.text(account), .real(since.seconds)]
            ) { (row) throws(SQLiteError) in row.integer(0) }.first ?? 0
        }
    }

    package func isSpent(nonce: String) throws -> Bool {
        try with { connection in
            try connection.run("SELECT 1 FROM spent_tokens WHERE nonce = ?", [.text(nonce)]) {
                (_) throws(SQLiteError) in true
            }.isEmpty == false
        }
    }

    /// True the first time only.
    package func spend(nonce: String, expires: Instant, now: Instant) throws -> Bool {
        try with { connection in
            try connection.run("DELETE FROM spent_tokens WHERE expires_at < ?", [.real(now.seconds - 86_400)])
            try connection.run(
                "INSERT OR IGNORE INTO spent_tokens (nonce, expires_at) VALUES (?, ?)",
                [.text(nonce), .real(expires.seconds)])
            return connection.changes == 1
        }
    }
}
