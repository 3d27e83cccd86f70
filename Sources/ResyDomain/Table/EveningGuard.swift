/// Which entries of the journal keep a table from being booked, in the moment that its own intent is written: another
/// process may have been faster.
package struct EveningGuard: Sendable {
    package let table: Sitting
    /// A table that it shows was judged before, by its row.
    package let list: ListReading?
    /// Both are wanted. That never holds for one whose outcome is not known.
    package let allowsOverlap: Bool
    /// The table that this one is to take the place of.
    package let replaced: Int?

    package init(table: Sitting, list: ListReading?, allowsOverlap: Bool, replacing replaced: Int? = nil) {
        self.replaced = replaced
        self.table = table
        self.list = list
        self.allowsOverlap = allowsOverlap
    }

    package func stands(_ entry: JournalEntry) -> Bool {
        guard entry.kind == .book, entry.isStanding, table.clash(with: entry.sitting) != nil else { return false }
        if entry.isOpen { return true }
        if let replaced, entry.reservationID == replaced { return false }
        let row = list?.rows.first { $0.id == entry.reservationID }
        return
            switch Standing.of(
                Standing.Trace(booking: entry, row: row), in: list, now: list?.askedAt ?? entry.updatedAt)
        {
        case .remembered, .justBooked, .maybeBooked: !allowsOverlap
        case .none, .held, .cancelling, .maybeCancelled, .missing, .cancelled, .begun: false
        }
    }
}
