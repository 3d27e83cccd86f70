internal import ResyDomain

/// Which entries of the journal keep a table from being booked. Asked twice: before its terms are read, and in the
/// moment that its own intent is written, when another process may have been faster.
struct EveningGuard: Sendable {
    let table: Sitting
    /// When the account's list was asked for.
    var askedAt: Instant
    /// What that list held was judged by itself.
    var listed: Set<Int>
    /// Both are wanted. That never holds for one whose outcome is not known.
    var allowsOverlap: Bool

    func stands(_ entry: JournalEntry) -> Bool {
        guard entry.kind == .book, entry.isStanding, table.clash(with: entry.sitting) != nil else { return false }
        if entry.isOpen { return true }
        guard !allowsOverlap else { return false }
        if let id = entry.reservationID, listed.contains(id) { return false }
        return !entry.isGone(fromListAskedAt: askedAt, now: askedAt)
    }
}

extension JournalEntry {
    /// The table of a booking. Its key holds the evening.
    var sitting: Sitting {
        Sitting(
            venue: key.venue, name: about.venueName ?? "", zone: about.zone,
            day: Evening.start(key.time, of: key.day), time: key.time)
    }

    /// `“Example Trattoria”, Saturday Nov 14 at 7:00 PM, party of 2`; `unnamed` where the restaurant's name was not kept.
    func spoken(unnamed: String) -> String {
        let table = sitting
        let name = table.name.isEmpty ? unnamed : CleanText.quoted(table.name)
        return "\(name), \(table.day.spoken) at \(table.time.spoken), party of \(key.party)"
    }

    /// What is known of a cancellation that is open: `a cancellation was sent, and …`.
    func cancellationSoFar(_ now: Instant) -> String {
        if isYoung(now) {
            return "a cancellation is under way from this computer, and its outcome is not known yet"
        }
        let sent = state == .intended ? "may have been sent" : "was sent"
        return "a cancellation \(sent), and it is not known yet whether it took effect"
    }

    /// Its call may still be at work: none takes longer.
    func isYoung(_ now: Instant) -> Bool {
        state == .intended && now.seconds - createdAt.seconds < 60
    }
}
