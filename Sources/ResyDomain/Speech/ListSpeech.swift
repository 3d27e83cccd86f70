/// What else to know of the account's reservations.
package enum ListRemark: Sendable, Equatable {
    /// A booking was tried from here, and nobody knows yet what became of it.
    case openTry(Sitting, party: Int)
    case moreOpenTries(Int)
    /// A cancellation was tried from here, and nobody knows yet what became of it. `reservation`: Resy's number.
    case openCancellation(
        venue: String?, evening: CalendarDay, time: TimeOfDay, reservation: Int?, CancellationSoFar)
    /// A change was tried from here, and nobody knows yet what became of it.
    case openChange(old: NamedTable, new: NamedTable)
    /// A change from here booked the new table, and the old one stands.
    case bothHeld(old: NamedTable, new: NamedTable)
    /// Rows that could not be read, with their numbers where those could be; `page`: where Resy shows them.
    case unread([Int?], page: String)
    /// Resy counts more than it shows.
    case notAllShown
    case countUnread
    case pastUnread(Finding, [Advice])
    /// Resy's list is behind.
    case notYetListed(Int)
    case latestCancelledOnly(Int)
    case latestOnly(Int)
    /// What is shown was remembered here: Resy's list could not be had.
    case fromMemory(Finding, [Advice])
}

/// What is known of a cancellation, or of a change that gives the table up, of which nobody knows yet whether it took effect.
package enum CancellationSoFar: Sendable, Equatable {
    /// Its call may still be at work.
    case underWay
    case maybeSent
    case sent
    /// No cancellation: it is half of a change.
    case changing

    package init(_ entry: JournalEntry, now: Instant) {
        self =
            entry.about.change != nil
            ? .changing : entry.isYoung(now) ? .underWay : entry.state == .intended ? .maybeSent : .sent
    }
}
