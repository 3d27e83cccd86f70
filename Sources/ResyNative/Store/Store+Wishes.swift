package import ResyDomain

extension Store {
    /// Whose wishes are meant.
    package enum WishesOf: Sendable {
        /// A booking's entry in the journal.
        case entry(Int)
        /// An account, for evenings since that day.
        case account(String, since: CalendarDay)
    }

    /// The newest of each field of each table, by their age.
    package func wishes(of owner: WishesOf) throws -> [WishRecord] {
        try with { connection in try Self.newest(of: owner, on: connection) }
    }

    /// Those for which something is still to be done. They are looked for from their own end: nearly always there is none,
    /// however long the journal.
    package func openWishes(account: String, since day: CalendarDay) throws -> [WishRecord] {
        try with { connection in
            let entries = try connection.run(
                """
                SELECT DISTINCT entry FROM wishes CROSS JOIN journal ON journal.id = wishes.entry
                WHERE wishes.ending IS NULL AND kind = 'book' AND state = 'booked' AND account = ? AND day >= ?
                ORDER BY entry
                """, [.text(account), .text(day.iso)]
            ) { (row) throws(SQLiteError) in row.integer(0) }
            var open: [WishRecord] = []
            for entry in entries { open += try Self.newest(of: .entry(entry), on: connection).filter(\.isOpen) }
            return open.sorted { $0.id < $1.id }
        }
    }

    /// Writes a wish for a booked table; a newer one ends those before it in its field. The same one stays as it is while
    /// it is under way; later its tries count on, until it was seen there.
    package func add(_ wish: Wish, over: String?, entry: Int, now: Instant) throws {
        _ = try add([(wish, over)], entry: entry, spending: nil, now: now)
    }

    /// The same for several at once, by a yes that works once: false where it was used before, and then nothing is written.
    package func add(
        _ wishes: [(wish: Wish, over: String?)], entry: Int, spending yes: Yes?, now: Instant
    ) throws -> Bool {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                if let yes, try !Self.spend(yes, on: connection) { return false }
                for (wish, over) in wishes { try Self.add(wish, over: over, entry: entry, now, on: connection) }
                return true
            }
        }
    }

    private static func add(
        _ wish: Wish, over: String?, entry: Int, _ now: Instant, on connection: borrowing Connection
    ) throws(SQLiteError) {
        let all = try every(of: .entry(entry), on: connection).filter { $0.wish.field == wish.field }
        let last = all.last
        if let last, last.wish == wish, last.flow.over == over, last.ending == nil { return }
        try connection.run(
            "UPDATE wishes SET ending = 'replaced' WHERE entry = ? AND field = ? AND ending IS NULL",
            [.integer(entry), .text(wish.field.rawValue)])
        let sinceSeen = all[(all.lastIndex { $0.ending == .shown }.map { $0 + 1 } ?? all.startIndex)...]
        let tries = sinceSeen.filter { wish.isShown(by: $0.wish.text) }.map(\.flow.tries).max() ?? 0
        try insert(wish, over: over, tries: tries, of: entry, now, on: connection)
    }

    static func insert(
        _ wish: Wish, over: String? = nil, tries: Int = 0, of entry: Int, _ now: Instant,
        on connection: borrowing Connection
    ) throws(SQLiteError) {
        try connection.run(
            "INSERT INTO wishes (entry, field, text, overwrites, tries, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(entry), .text(wish.field.rawValue), .text(wish.text), .text(over), .integer(tries),
                .real(now.seconds),
            ])
    }

    /// Before it is sent. Of several that would send it, in whatever process, one may; none where a newer wish has come,
    /// or the table is being cancelled.
    package func claim(_ record: WishRecord, now: Instant) throws -> Bool {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let known = try Self.newest(of: .entry(record.entry), on: connection).first { $0.id == record.id }
                guard let known, known.isOpen, known.flow.tries == record.flow.tries else { return false }
                try connection.run(
                    "UPDATE wishes SET tries = tries + 1, is_sent = 1, touched_at = ? WHERE id = ?",
                    [.real(now.seconds), .integer(record.id)])
                return true
            }
        }
    }

    /// The request is known to have done nothing. `counts`: it was a try all the same. `restsFrom`: nil where it may be
    /// sent again at once.
    package func unsendWish(id: Int, counts: Bool, restsFrom moment: Instant?) throws {
        try with { connection in
            try connection.run(
                "UPDATE wishes SET is_sent = 0, tries = tries - ?, touched_at = ? WHERE id = ? AND is_sent = 1",
                [.integer(counts ? 0 : 1), .instant(moment), .integer(id)])
        }
    }

    /// Looked at in vain.
    package func touchWish(id: Int, now: Instant) throws {
        try with { connection in
            try connection.run(
                "UPDATE wishes SET touched_at = ? WHERE id = ? AND ending IS NULL AND is_sent = 0",
                [.real(now.seconds), .integer(id)])
        }
    }

    package func endWish(id: Int, _ ending: WishFlow.End, held: String? = nil) throws {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try connection.run(
                    "UPDATE wishes SET ending = ?, held = ? WHERE id = ? AND ending IS NULL",
                    [.text(ending.rawValue), .text(held), .integer(id)])
                // Seen there, so it is remembered as what is there.
                try connection.run(
                    """
                    UPDATE reservations SET special_requests = wishes.text FROM wishes
                    JOIN journal ON journal.id = wishes.entry
                    WHERE reservations.id = journal.reservation_id AND wishes.id = ? AND wishes.field = 'words'
                        AND wishes.ending = 'shown'
                    """, [.integer(id)])
            }
        }
    }

    // MARK: - Reading

    private static func newest(
        of owner: WishesOf, on connection: borrowing Connection
    ) throws(SQLiteError) -> [WishRecord] {
        let all = try every(of: owner, on: connection)
        return all.filter { one in
            !all.contains { $0.entry == one.entry && $0.wish.field == one.wish.field && $0.id > one.id }
        }.map { one in
            var one = one
            one.flow.ours = ours(all.filter { $0.entry == one.entry && $0.wish.field == one.wish.field })
            return one
        }
    }

    /// What may stand in the field by our own hand: the last that was seen there, and what was sent since. Words that were
    /// there without us, or that Resy refused, are somebody's who typed them.
    private static func ours(_ byAge: [WishRecord]) -> [String] {
        let from = byAge.lastIndex { $0.ending == .shown } ?? byAge.startIndex
        return byAge[from...].filter { $0.flow.isSent && $0.ending != .refused }
            .flatMap { [$0.wish.text] + ($0.ending == .cutShort ? [$0.held ?? ""] : []) }
    }

    private static func every(
        of owner: WishesOf, on connection: borrowing Connection
    ) throws(SQLiteError) -> [WishRecord] {
        // Each by its own index: years of wishes do not slow a call down.
        switch owner {
        case .entry(let id):
            return try connection.run(
                """
                SELECT wishes.id, entry, account, reservation_id, venue_name, field, text, overwrites, is_sent, tries,
                    ending, held, wishes.created_at, touched_at,
                    state = 'booked' AND reservation_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM journal AS other WHERE other.reservation_id = journal.reservation_id
                            AND other.kind = 'cancel' AND other.state IN ('intended', 'unknown'))
                FROM wishes JOIN journal ON journal.id = wishes.entry AND journal.kind = 'book'
                WHERE entry = ? ORDER BY wishes.id
                """, [.integer(id)]
            ) { (row) throws(SQLiteError) in Self.record(row) }.compactMap { $0 }
        case .account(let account, let day):
            return try connection.run(
                """
                SELECT wishes.id, entry, account, reservation_id, venue_name, field, text, overwrites, is_sent, tries,
                    ending, held, wishes.created_at, touched_at,
                    state = 'booked' AND reservation_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM journal AS other WHERE other.reservation_id = journal.reservation_id
                            AND other.kind = 'cancel' AND other.state IN ('intended', 'unknown'))
                FROM journal CROSS JOIN wishes ON journal.id = wishes.entry
                WHERE journal.kind = 'book' AND account = ? AND day >= ? ORDER BY wishes.id
                """, [.text(account), .text(day.iso)]
            ) { (row) throws(SQLiteError) in Self.record(row) }.compactMap { $0 }
        }
    }

    private static func record(_ row: borrowing Row) -> WishRecord? {
        guard let field = Wish.Field(rawValue: row.text(5)), let wish = Wish(field, text: row.text(6)) else {
            return nil
        }
        return WishRecord(
            id: row.integer(0), entry: row.integer(1), account: row.text(2), reservationID: row.optionalInteger(3),
            venueName: row.optionalText(4),
            flow: WishFlow(
                wish, over: row.optionalText(7), tries: row.integer(9), isSent: row.integer(8) != 0,
                touchedAt: row.optionalInstant(13), createdAt: row.instant(12)),
            ending: row.optionalText(10).map { WishFlow.End(rawValue: $0) ?? .refused }, held: row.optionalText(11),
            isOfStandingTable: row.integer(14) != 0)
    }
}
