package import ResyDomain

extension Store {
    package enum IntentClaim: Sendable, Equatable {
        case opened(Int)
        /// Open, unclear or booked already, here or in another process.
        case exists
        /// Another table's entry stands in the way.
        case barred(JournalEntry)
        /// The yes was used before.
        case spent
    }

    /// Writes the intent, synced to the disk, before anything is sent; unless `stands` says so of another booking near
    /// that evening. Looking and writing are one step: of two processes the second sees what the first wrote. The yes that it
    /// is done by is spent in the same step, and only where the intent is written.
    ///
    /// `leaving`: the table that it is to take the place of; what gives that one up in the same request is written with it.
    package func openIntent(
        _ key: JournalKey, kind: JournalEntry.Kind, about intent: Intent, spending yes: Yes? = nil, now: Instant,
        leaving old: Reservation? = nil, unless stands: (@Sendable (JournalEntry) -> Bool)? = nil
    ) throws -> IntentClaim {
        try refuseMovedFile()
        let claim: IntentClaim = try with { connection in
            do throws(SQLiteError) {
                return try connection.transaction { () throws(SQLiteError) in
                    let near = try Self.standing(near: key, on: connection)
                    // Another call may have booked it since the journal was looked at.
                    guard !near.contains(where: { $0.kind == kind && $0.key == key && !$0.holds(old) }) else {
                        return .exists
                    }
                    if let yes, try Self.isSpent(yes, on: connection) { return .spent }
                    if let old, let other = try Self.leaving(old, of: key.account, on: connection) {
                        return .barred(other)
                    }
                    if let stands, let other = near.first(where: stands) { return .barred(other) }
                    if let yes { _ = try Self.spend(yes, on: connection) }
                    let id = try Self.insert(key, kind, intent, now, on: connection)
                    for wish in intent.wishes {
                        try Self.insert(wish, over: intent.overwritten(by: wish), of: id, now, on: connection)
                    }
                    if let old, intent.change?.way == .resyChange {
                        try Self.insertLeaving(old, of: key.account, now, on: connection)
                    } else if let old {
                        // Wherever it was booked, a later call can say what is known of it.
                        try Self.write(old, account: key.account, now: now, on: connection)
                    }
                    return .opened(id)
                }
            } catch {
                guard error.isConstraint else { throw error }
                return .exists
            }
        }
        if case .opened(let id) = claim { began(intent: id) }
        return claim
    }

    static func insert(
        _ key: JournalKey, _ kind: JournalEntry.Kind, _ intent: Intent, _ now: Instant,
        on connection: borrowing Connection
    ) throws(SQLiteError) -> Int {
        try connection.run(
            """
            INSERT INTO journal (kind, account, venue_id, day, time, party, seating, state, created_at, updated_at,
                special_requests, zone, reservation_id, venue_name, terms, change_of, change_way)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'intended', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(kind.rawValue), .text(key.account), .integer(key.venue), .text(key.day.iso),
                .text(key.time.clock), .integer(key.party), .text(intent.seating), .real(now.seconds),
                .real(now.seconds), .text(intent.specialRequests), .text(intent.zone?.name),
                .integer(intent.reservationID), .text(intent.venueName), .text(intent.terms?.stored.compact),
                .integer(intent.change?.of), .text(intent.change?.way.rawValue),
            ])
        return connection.lastInsertedID
    }

    /// `returning`: the yes that was spent for it, where nothing was sent.
    package func close(
        id: Int, state: JournalEntry.State, reservationID: Int?, returning yes: Yes? = nil, now: Instant
    ) throws {
        defer { ended(intent: id) }
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try connection.run(
                    """
                    UPDATE journal SET state = ?, reservation_id = coalesce(?, reservation_id), updated_at = ?
                    WHERE id = ?
                    """,
                    [.text(state.rawValue), .integer(reservationID), .real(now.seconds), .integer(id)])
                try Self.closeLeaving(beside: id, as: state, now, on: connection)
                if let yes { try Self.giveBack(yes, on: connection) }
            }
        }
    }

    /// Writes down a table that is held and was not booked from here, as seen in the list, so that a wish can be sent for it.
    /// Answers its entry; the one there is, where one stands.
    package func adopt(_ held: Reservation, as key: JournalKey, now: Instant) throws -> Int {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let known = try Self.standing(near: key, on: connection)
                if let entry = known.last(where: { $0.kind == .book && $0.key == key }) { return entry.id }
                let about = Intent(
                    seating: held.seating ?? "", zone: held.venue.zone, reservationID: held.id,
                    venueName: held.venue.name)
                let id = try Self.insert(key, .book, about, now, on: connection)
                try connection.run(
                    "UPDATE journal SET state = 'booked', seen_at = ? WHERE id = ?", [.real(now.seconds), .integer(id)])
                return id
            }
        }
    }

    /// The list has the booked table at another time, or for another party: it was changed elsewhere.
    package func move(entry id: Int, to held: Reservation, now: Instant) throws {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                let size = SQLValue.integer(held.party)
                try connection.run(
                    "UPDATE journal SET day = ?, time = ?, party = ?, updated_at = ? WHERE id = ?",
                    [.text(held.evening.iso), .text(held.time.clock), size, .real(now.seconds), .integer(id)])
                try connection.run(
                    "UPDATE reservations SET day = ?, time = ?, party = ?, updated_at = ? WHERE id = ?",
                    [.text(held.day.iso), .text(held.time.clock), size, .real(now.seconds), .integer(held.id)])
            }
        }
    }

    /// A list showed the table: from now on its absence means something. Where that is lost with the power, the next list
    /// says it again.
    package func markSeen(entry id: Int, now: Instant) throws {
        try with { connection in
            try connection.withoutSync { () throws(SQLiteError) in
                try connection.run(
                    "UPDATE journal SET seen_at = ? WHERE id = ? AND seen_at IS NULL",
                    [.real(now.seconds), .integer(id)])
            }
        }
    }
}
