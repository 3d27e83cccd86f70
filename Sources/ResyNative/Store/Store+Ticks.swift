package import ResyDomain

/// How the ticks of this home stand, and the messages that they have to send.
extension Store {
    /// What one look of a watch learned; evenings that were not looked at are not among them.
    package struct WatchLook: Sendable {
        package var watch: Int
        /// All tables that fit now, by evening.
        package var present: [CalendarDay: Set<WatchedTable>]
        package var message: WatchMessage?
        /// Messages that nobody has had, in whose place this look's stands.
        package var replaced: [WaitingMessage]
        package var nextLook: Instant

        package init(
            watch: Int, present: [CalendarDay: Set<WatchedTable>], message: WatchMessage?,
            replacing replaced: [WaitingMessage] = [], nextLook: Instant
        ) {
            self.watch = watch
            self.present = present
            self.message = message
            self.replaced = replaced
            self.nextLook = nextLook
        }
    }

    package struct WaitingMessage: Sendable {
        package var id: Int
        package var watch: Int
        package var message: WatchMessage
        package var deliveries: [WatchSink: WatchDelivery]

        /// It was not even begun anywhere.
        package var isUnsent: Bool { deliveries.values.allSatisfy { $0 == .waiting } }
    }

    package struct TickState: Sendable, Equatable {
        package var lastTick: Instant?
        package var count: TickCount
        package var pause: WatchPause?
    }

    package func tickState(host: String, now: Instant) throws -> TickState {
        let today = LocalTime.day(of: now).day
        return try with { connection in try Self.tickState(host, today, connection) }
    }

    /// What a home's database says, opened read-only; nil where there is none, or one of an older layout.
    static func watching(at path: String, host: String, now: Instant) -> (watches: Int, state: TickState)? {
        guard (try? Files.facts(path)) ?? nil != nil, let connection = try? look(at: path),
            let watches = try? readWatches(connection),
            let state = try? tickState(host, LocalTime.day(of: now).day, connection)
        else { return nil }
        return (watches.filter { !WatchSchedule.isOver($0, now: now) }.count, state)
    }

    package func noteTick(host: String, now: Instant) throws {
        try with { connection in
            try connection.run(
                "INSERT INTO ticks (host, last_at) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET last_at = excluded.last_at",
                [.text(host), .real(now.seconds)])
        }
    }

    /// Counts one request before it is sent; false where the day has none left.
    package func claimTickRequest(host: String, now: Instant) throws -> Bool {
        let today = LocalTime.day(of: now).day
        return try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let count = try Self.tickState(host, today, connection).count
                guard count.left > 0 else { return false }
                try connection.run(
                    """
                    INSERT INTO ticks (host, day, asked) VALUES (?, ?, 1)
                    ON CONFLICT (host) DO UPDATE SET day = excluded.day, asked = ?
                    """,
                    [.text(host), .integer(count.day.daysSince1970), .integer(count.asked + 1)])
                return true
            }
        }
    }

    package func pauseTicks(_ pause: WatchPause, host: String) throws {
        try with { connection in
            try connection.run(
                """
                INSERT INTO ticks (host, cause, paused_at, paused_until) VALUES (?, ?, ?, ?)
                ON CONFLICT (host) DO UPDATE SET cause = excluded.cause, paused_at = excluded.paused_at,
                    paused_until = excluded.paused_until
                """,
                [
                    .text(host), .text(pause.cause.rawValue), .real(pause.since.seconds), .real(pause.until.seconds),
                ])
        }
    }

    /// All that a look learned, whole or not at all: what is told from now on, and the message that tells it.
    package func settle(_ look: WatchLook, now: Instant) throws {
        let found = look.replaced.reduce(look.message?.tables.count ?? 0) { $0 - $1.message.tables.count }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                // It may have been removed meanwhile.
                try connection.run(
                    """
                    UPDATE watches SET last_look = ?, next_look = ?, found = found + ?, failing_since = NULL,
                        failing_cause = NULL
                    WHERE id = ?
                    """,
                    [
                        .real(now.seconds), .real(look.nextLook.seconds), .integer(found),
                        .integer(look.watch),
                    ])
                guard connection.changes == 1 else { return }
                for (evening, tables) in look.present {
                    let key: [SQLValue] = [.integer(look.watch), .text(evening.iso)]
                    try connection.run("DELETE FROM watched_tables WHERE watch = ? AND day = ?", key)
                    for table in tables {
                        try connection.run(
                            "INSERT OR IGNORE INTO watched_tables (watch, day, time, seating) VALUES (?, ?, ?, ?)",
                            key + [.text(table.time.clock), .text(table.seating)])
                    }
                    try connection.run(
                        "INSERT OR REPLACE INTO watched_days (watch, day, looked_at) VALUES (?, ?, ?)",
                        key + [.real(now.seconds)])
                }
                for old in look.replaced {
                    try connection.run("DELETE FROM watch_messages WHERE id = ?", [.integer(old.id)])
                }
                for part in look.message?.parts ?? [] {
                    try connection.run(
                        "INSERT INTO watch_messages (watch, facts, ends) VALUES (?, ?, ?)",
                        [.integer(look.watch), .text(part.stored.compact), .real(part.ends.seconds)])
                }
            }
        }
    }

    /// Not before then, for a look that failed.
    package func postpone(watch id: Int, to moment: Instant, after cause: Watch.Failing.Cause, now: Instant) throws {
        try with { connection in
            try connection.run(
                """
                UPDATE watches SET next_look = ?, failing_since = COALESCE(failing_since, ?), failing_cause = ? WHERE id = ?
                """,
                [.real(moment.seconds), .real(now.seconds), .text(cause.rawValue), .integer(id)])
        }
    }

    // MARK: - Messages

    /// Those that are still to be sent somewhere, the oldest first. One whose tables are all past tells nothing.
    package func waitingMessages(now: Instant) throws -> [WaitingMessage] {
        let rows = try with { connection in
            try connection.run("DELETE FROM watch_messages WHERE ends < ?", [.real(now.seconds)])
            return try connection.run(
                "SELECT id, watch, facts, line, address, program FROM watch_messages ORDER BY id"
            ) { (row) throws(SQLiteError) in
                (row.integer(0), row.integer(1), row.text(2), [row.text(3), row.text(4), row.text(5)])
            }
        }
        return rows.compactMap { id, watch, facts, states in
            guard let message = WatchMessage(stored: facts) else { return nil }
            let deliveries = zip([WatchSink.line, .address, .program], states).map {
                ($0, WatchDelivery(rawValue: $1) ?? .done)
            }
            return WaitingMessage(
                id: id, watch: watch, message: message, deliveries: Dictionary(uniqueKeysWithValues: deliveries))
        }
    }

    package func note(_ delivery: WatchDelivery, of message: Int, at sink: WatchSink) throws {
        let values: [SQLValue] = [.text(delivery.rawValue), .integer(message)]
        try with { connection in
            switch sink {
            case .line: try connection.run("UPDATE watch_messages SET line = ? WHERE id = ?", values)
            case .address: try connection.run("UPDATE watch_messages SET address = ? WHERE id = ?", values)
            case .program: try connection.run("UPDATE watch_messages SET program = ? WHERE id = ?", values)
            }
        }
    }

    package func forget(message id: Int) throws {
        try with { connection in
            try connection.run("DELETE FROM watch_messages WHERE id = ?", [.integer(id)])
        }
    }

    // MARK: - Rows

    private static func tickState(
        _ host: String, _ today: CalendarDay, _ connection: borrowing Connection
    ) throws(SQLiteError) -> TickState {
        try connection.run(
            "SELECT last_at, day, asked, cause, paused_at, paused_until FROM ticks WHERE host = ?", [.text(host)]
        ) { (row) throws(SQLiteError) in
            let day = row.optionalInteger(1).map { CalendarDay(daysSince1970: $0) } ?? today
            var pause: WatchPause?
            if let cause = row.optionalText(3).flatMap({ Breaker.Cause(rawValue: $0) }),
                let since = row.optionalInstant(4), let until = row.optionalInstant(5)
            {
                pause = WatchPause(cause: cause, since: since, until: until)
            }
            return TickState(
                lastTick: row.optionalInstant(0), count: TickCount(day: day, asked: row.integer(2)).on(today),
                pause: pause)
        }.first ?? TickState(lastTick: nil, count: TickCount(day: today, asked: 0), pause: nil)
    }
}
