package import ResyDomain

extension Store {
    package func breaker(_ group: Breaker.Group, host: String) throws -> Breaker {
        try with { connection in try Self.read(group, host, connection) }
    }

    /// Atomic over all processes of this home.
    package func tell(_ group: Breaker.Group, host: String, of event: Breaker.Event, now: Instant) throws {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let before = try Self.read(group, host, connection)
                var breaker = before
                breaker.handle(event, now: now)
                guard breaker != before else { return }
                try connection.run(
                    """
                    INSERT OR REPLACE INTO stops (host, name, trips, cause, tripped_by, since, until)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(host), .text(group.rawValue), .integer(breaker.trips),
                        .text(breaker.stop?.cause.rawValue),
                        .text(breaker.stop?.by.rawValue), .instant(breaker.stop?.since), .instant(breaker.stop?.until),
                    ])
                guard case .tripped = event, let stop = breaker.stop else { return }
                try connection.run(
                    "INSERT OR REPLACE INTO last_stop (host, cause, tripped_by, since, until) VALUES (?, ?, ?, ?, ?)",
                    [
                        .text(host), .text(stop.cause.rawValue), .text(stop.by.rawValue), .instant(stop.since),
                        .instant(stop.until),
                    ])
            }
        }
    }

    /// What a home's database says, opened read-only; empty where there is none, or one of an older layout.
    static func breakers(at path: String, host: String) -> [Breaker.Group: Breaker] {
        guard (try? Files.facts(path)) ?? nil != nil,
            let connection = try? look(at: path)
        else { return [:] }
        var found: [Breaker.Group: Breaker] = [:]
        for group in Breaker.Group.allCases { found[group] = try? read(group, host, connection) }
        return found
    }

    /// The last limit or block, over or not; nil where there was none, or the database is of an older layout.
    static func lastStop(at path: String, host: String) -> Breaker.Stop? {
        guard (try? Files.facts(path)) ?? nil != nil, let connection = try? look(at: path) else { return nil }
        let found = try? connection.run(
            "SELECT cause, tripped_by, since, until FROM last_stop WHERE host = ?", [.text(host)]
        ) { (row) throws(SQLiteError) in stop(row, from: 0) }
        return found?.first ?? nil
    }

    /// `first`: the column that its cause is in.
    private static func stop(_ row: borrowing Row, from first: Int32) -> Breaker.Stop? {
        guard let cause = row.optionalText(first).flatMap({ Breaker.Cause(rawValue: $0) }),
            let call = row.optionalText(first + 1).flatMap({ Breaker.Call(rawValue: $0) }),
            let since = row.optionalInstant(first + 2), let until = row.optionalInstant(first + 3)
        else { return nil }
        return Breaker.Stop(cause: cause, by: call, since: since, until: until)
    }

    private static func read(
        _ group: Breaker.Group, _ host: String, _ connection: borrowing Connection
    ) throws(SQLiteError) -> Breaker {
        try connection.run(
            "SELECT trips, cause, tripped_by, since, until FROM stops WHERE host = ? AND name = ?",
            [.text(host), .text(group.rawValue)]
        ) { (row) throws(SQLiteError) in
            Breaker(trips: row.integer(0), stop: stop(row, from: 1))
        }.first ?? Breaker()
    }
}
