package import ResyDomain

extension Store {
    /// Lets a request pass the turnstile of a host, or says until when it may not. Atomic over all processes of this home.
    package func claim(_ claim: Turnstile.Claim, host: String, now: Instant) throws -> Turnstile.Answer {
        let (today, dayEnds) = LocalTime.day(of: now)
        return try with { connection in
            // A pause is soon over, and a sync takes as long as a request.
            try connection.lightTransaction { () throws(SQLiteError) in
                var turnstile = try Self.turnstile(host, connection)
                let answer = turnstile.pass(claim, now: now, today: today, dayEnds: dayEnds)
                guard case .go = answer else { return answer }
                let level = turnstile.level
                try connection.run(
                    """
                    INSERT OR REPLACE INTO pacing (host, next_turn, budget_left, budget_at, day, asked)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(host), .real((turnstile.nextTurn ?? now).seconds), .real(level?.left),
                        .instant(level?.at), .integer(level?.day.daysSince1970), .integer(level?.asked),
                    ])
                return answer
            }
        }
    }

    /// What a home's database says, opened read-only; nil where there is none, or one of an older layout.
    static func turnstile(at path: String, host: String) -> Turnstile? {
        guard (try? Files.facts(path)) ?? nil != nil, let connection = try? look(at: path) else { return nil }
        return try? turnstile(host, connection)
    }

    private static func turnstile(
        _ host: String, _ connection: borrowing Connection
    ) throws(SQLiteError) -> Turnstile {
        try connection.run(
            "SELECT next_turn, budget_left, budget_at, day, asked FROM pacing WHERE host = ?", [.text(host)]
        ) { (row) throws(SQLiteError) in
            var turnstile = Turnstile(nextTurn: row.instant(0))
            if let left = row.optionalReal(1), let at = row.optionalInstant(2), let day = row.optionalInteger(3) {
                turnstile.level = LookingBudget.Level(
                    left: left, at: at, day: CalendarDay(daysSince1970: day), asked: row.integer(4))
            }
            return turnstile
        }.first ?? Turnstile()
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
