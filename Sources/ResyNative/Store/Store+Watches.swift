package import ResyDomain

/// What this home watches, and what it has told of.
extension Store {
    /// What adding one came to.
    package enum WatchAdded: Sendable, Equatable {
        case added(Watch)
        /// One that looks for the same.
        case exists(Watch)
        case full
    }

    /// Those that are not over, in the order in which they came; forgets those that are.
    package func watches(now: Instant) throws -> [Watch] {
        try with { connection in
            let all = try Self.readWatches(connection)
            let over = all.filter { WatchSchedule.isOver($0, now: now) }
            if !over.isEmpty {
                try connection.transaction { () throws(SQLiteError) in
                    for watch in over { try Self.forget(watch: watch.id, connection) }
                }
            }
            return all.filter { !WatchSchedule.isOver($0, now: now) }
        }
    }

    /// Unless there is one like it, or there are as many as there may be.
    package func add(_ watch: Watch, now: Instant) throws -> WatchAdded {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let all = try Self.readWatches(connection).filter { !WatchSchedule.isOver($0, now: now) }
                if let known = all.first(where: { $0.isLike(watch) }) { return .exists(known) }
                guard all.count < Watch.most else { return .full }
                try connection.run(
                    """
                    INSERT INTO watches (venue, days, party, preferred, earliest, latest, seating, most_fee, until,
                        earlier_than, earlier_day, earlier_time, created_at, next_look, earlier_venue)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(watch.venue.stored.compact), .text(watch.days.map(\.iso).joined(separator: " ")),
                        .integer(watch.party), .text(watch.hours.preferred?.stored),
                        .text(watch.hours.earliest?.stored),
                        .text(watch.hours.latest?.stored), .text(watch.seating), .real(watch.mostFee),
                        .text(watch.until.iso), .integer(watch.earlierThan?.id), .text(watch.earlierThan?.day.iso),
                        .text(watch.earlierThan?.time.clock), .real(watch.createdAt.seconds),
                        .real(watch.nextLook.seconds), .integer(watch.earlierThan?.venue),
                    ])
                var added = watch
                added.id = connection.lastInsertedID
                return .added(added)
            }
        }
    }

    /// The one that was removed; nil where there is none of that number.
    package func remove(watch id: Int) throws -> Watch? {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                guard let watch = try Self.readWatches(connection).first(where: { $0.id == id }) else { return nil }
                try Self.forget(watch: id, connection)
                // Nobody waits for its news any more.
                try connection.run("DELETE FROM watch_messages WHERE watch = ?", [.integer(id)])
                return watch
            }
        }
    }

    /// When each of its days was looked at last.
    package func looks(ofWatch id: Int) throws -> [CalendarDay: Instant] {
        let rows = try with { connection in
            try connection.run("SELECT day, looked_at FROM watched_days WHERE watch = ?", [.integer(id)]) {
                (row) throws(SQLiteError) in (row.text(0), row.instant(1))
            }
        }
        return Dictionary(rows.compactMap { text, at in CalendarDay(iso: text).map { ($0, at) } }) { $1 }
    }

    /// What a watch has told of an evening's tables that were there at its last look.
    package func told(ofWatch id: Int, on evening: CalendarDay) throws -> Set<WatchedTable> {
        let rows = try with { connection in
            try connection.run(
                "SELECT time, seating FROM watched_tables WHERE watch = ? AND day = ?",
                [.integer(id), .text(evening.iso)]
            ) { (row) throws(SQLiteError) in (row.text(0), row.text(1)) }
        }
        return Set(
            rows.compactMap { clock, seating in
                TimeOfDay(clock: clock).map { WatchedTable(evening: evening, time: $0, seating: seating) }
            })
    }

    // MARK: - Rows

    static func readWatches(_ connection: borrowing Connection) throws(SQLiteError) -> [Watch] {
        try connection.run(
            """
            SELECT id, venue, days, party, preferred, earliest, latest, seating, most_fee, until, earlier_than, earlier_day,
                earlier_time, created_at, last_look, next_look, found, earlier_venue,
                failing_since, failing_cause
            FROM watches ORDER BY id
            """
        ) { (row) throws(SQLiteError) in watch(row) }.compactMap { $0 }
    }

    /// Nil for a row that cannot be read.
    private static func watch(_ row: borrowing Row) -> Watch? {
        func wish(_ column: Int32, _ row: borrowing Row) -> TimeWish? {
            row.optionalText(column).flatMap { TimeWish(stored: $0) }
        }
        let days = row.text(2).split(separator: " ").compactMap { CalendarDay(iso: $0) }
        guard let venue = (try? JSON(parsing: Array(row.text(1).utf8))).flatMap({ Venue(stored: $0) }), !days.isEmpty,
            let until = CalendarDay(iso: row.text(9))
        else { return nil }
        var held: Watch.HeldTable?
        if let id = row.optionalInteger(10), let day = row.optionalText(11).flatMap({ CalendarDay(iso: $0) }),
            let time = row.optionalText(12).flatMap({ TimeOfDay(clock: $0) })
        {
            held = Watch.HeldTable(id: id, venue: row.optionalInteger(17) ?? 0, day: day, time: time)
        }
        var watch = Watch(
            id: row.integer(0), venue: venue, days: days, party: row.integer(3),
            hours: WatchedHours(preferred: wish(4, row), earliest: wish(5, row), latest: wish(6, row)),
            seating: row.optionalText(7), mostFee: row.optionalReal(8), until: until, earlierThan: held,
            createdAt: row.instant(13))
        (watch.lastLook, watch.nextLook, watch.found) = (row.optionalInstant(14), row.instant(15), row.integer(16))
        if let since = row.optionalInstant(18),
            let cause = row.optionalText(19).flatMap({ Watch.Failing.Cause(rawValue: $0) })
        {
            watch.failing = Watch.Failing(since: since, cause: cause)
        }
        return watch
    }

    /// What it has found and not yet sent stays.
    private static func forget(watch id: Int, _ connection: borrowing Connection) throws(SQLiteError) {
        try connection.run("DELETE FROM watches WHERE id = ?", [.integer(id)])
        try connection.run("DELETE FROM watched_days WHERE watch = ?", [.integer(id)])
        try connection.run("DELETE FROM watched_tables WHERE watch = ?", [.integer(id)])
    }
}
