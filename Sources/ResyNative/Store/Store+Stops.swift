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

    private static func read(
        _ group: Breaker.Group, _ host: String, _ connection: borrowing Connection
    ) throws(SQLiteError) -> Breaker {
        try connection.run(
            "SELECT trips, cause, tripped_by, since, until FROM stops WHERE host = ? AND name = ?",
            [.text(host), .text(group.rawValue)]
        ) { (row) throws(SQLiteError) in
            guard let cause = row.optionalText(1).flatMap({ Breaker.Cause(rawValue: $0) }),
                let call = row.optionalText(2).flatMap({ Breaker.Call(rawValue: $0) }),
                let since = row.optionalInstant(3), let until = row.optionalInstant(4)
            else { return Breaker(trips: row.integer(0)) }
            return Breaker(
                trips: row.integer(0), stop: Breaker.Stop(cause: cause, by: call, since: since, until: until))
        }.first ?? Breaker()
    }
}
