package import ResyDomain

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

    /// Counts a sign-in before it is tried, unless it is one too many; nil where it was counted.
    package func claimSignIn(
        account: String, now: Instant, guard limits: SignInGuard = SignInGuard()
    ) throws -> SignInGuard.Refusal? {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let earlier = try connection.run(
                    "SELECT at, succeeded FROM sign_ins WHERE account = ? AND at > ? ORDER BY rowid DESC LIMIT ?",
                    [.text(account), .real(now.seconds - limits.window), .integer(max(limits.tries, limits.failures))]
                ) { (row) throws(SQLiteError) in
                    SignInGuard.Try(at: row.instant(0), hasSucceeded: row.integer(1) != 0)
                }
                if let refusal = limits.refusal(after: earlier, now: now) { return refusal }
                try connection.run(
                    "INSERT INTO sign_ins (account, at) VALUES (?, ?)", [.text(account), .real(now.seconds)])
                try connection.run("DELETE FROM sign_ins WHERE at < ?", [.real(now.seconds - 86_400)])
                return nil
            }
        }
    }

    /// The sign-in that was counted last went well: the failures before it count no more.
    package func noteSignedIn(account: String) throws {
        try with { connection in
            try connection.run(
                """
                UPDATE sign_ins SET succeeded = 1
                WHERE rowid = (SELECT max(rowid) FROM sign_ins WHERE account = ?)
                """, [.text(account)])
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
}
