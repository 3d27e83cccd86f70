/// A reservation as a calendar is to show it, before it is known whether the calendar has it already.
package struct DiaryDraft: Sendable, Equatable {
    /// Resy's number of the reservation.
    package var id: Int
    /// All that the entry says, in the form of the file, but for its alarms and its version.
    package var content: String
    package var isCancelled: Bool
    /// Nil where the restaurant's zone is not known.
    package var starts: Instant?

    package init(id: Int, content: String, isCancelled: Bool, starts: Instant?) {
        (self.id, self.content, self.isCancelled, self.starts) = (id, content, isCancelled, starts)
    }
}

/// The same with its version: it grows where the entry says something else than when it was written last, so that a calendar
/// takes the news, and bringing in the same file twice changes nothing.
package struct DiaryEntry: Sendable, Equatable {
    package var draft: DiaryDraft
    package var sequence: Int
    package var stampedAt: Instant

    package init(_ draft: DiaryDraft, sequence: Int, stampedAt: Instant) {
        (self.draft, self.sequence, self.stampedAt) = (draft, sequence, stampedAt)
    }

    /// What is written now. Nil for a cancelled table that no calendar ever had.
    package static func next(_ draft: DiaryDraft, after known: DiaryEntry?, now: Instant) -> DiaryEntry? {
        guard let known else { return draft.isCancelled ? nil : DiaryEntry(draft, sequence: 0, stampedAt: now) }
        var draft = draft
        // What a cancelled table was stays as the calendar has it.
        if draft.isCancelled { draft.content = known.draft.content }
        let isSame = draft.content == known.draft.content && draft.isCancelled == known.draft.isCancelled
        return isSame
            ? DiaryEntry(draft, sequence: known.sequence, stampedAt: known.stampedAt)
            : DiaryEntry(draft, sequence: known.sequence + 1, stampedAt: now)
    }

    /// The table has gone from a whole list before its time.
    package func cancelled(now: Instant) -> DiaryEntry {
        guard !draft.isCancelled else { return self }
        var draft = draft
        draft.isCancelled = true
        return DiaryEntry(draft, sequence: sequence + 1, stampedAt: now)
    }

    /// Still to come, with some minutes for clocks that differ: one that has begun leaves the list without being cancelled.
    package func isAhead(of now: Instant) -> Bool { draft.starts.map { $0 > now.adding(300) } ?? false }
}
