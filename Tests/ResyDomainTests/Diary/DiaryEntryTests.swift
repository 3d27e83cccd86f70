import Testing

@testable import ResyDomain

@Suite struct DiaryEntryTests {
    private static let now = Instant(seconds: 1_794_330_000)
    private static let later = now.adding(3600)

    private static func draft(_ content: String = "SUMMARY:Carbone", isCancelled: Bool = false) -> DiaryDraft {
        DiaryDraft(id: 7, content: content, isCancelled: isCancelled, starts: now.adding(86_400))
    }

    @Test func theSameContentKeepsItsVersion() throws {
        let first = try #require(DiaryEntry.next(Self.draft(), after: nil, now: Self.now))
        #expect(first.sequence == 0 && first.stampedAt == Self.now)
        #expect(DiaryEntry.next(Self.draft(), after: first, now: Self.later) == first)
    }

    @Test func newsHasAHigherVersion() throws {
        let first = DiaryEntry(Self.draft(), sequence: 3, stampedAt: Self.now)
        let changed = try #require(DiaryEntry.next(Self.draft("SUMMARY:Carbone at 8"), after: first, now: Self.later))
        #expect(changed.sequence == 4 && changed.stampedAt == Self.later)
    }

    @Test func aCancelledTableSaysWhatItWas() throws {
        let first = DiaryEntry(Self.draft(), sequence: 0, stampedAt: Self.now)
        let gone = try #require(
            DiaryEntry.next(Self.draft("SUMMARY:?", isCancelled: true), after: first, now: Self.later))
        #expect(gone.sequence == 1 && gone.draft.isCancelled && gone.draft.content == "SUMMARY:Carbone")
        #expect(DiaryEntry.next(Self.draft(isCancelled: true), after: gone, now: Self.later.adding(60)) == gone)
        #expect(first.cancelled(now: Self.later) == gone)
        #expect(gone.cancelled(now: Self.later.adding(60)) == gone)
        // It was never in a calendar.
        #expect(DiaryEntry.next(Self.draft(isCancelled: true), after: nil, now: Self.now) == nil)
        // And a table that is there again is one.
        #expect(DiaryEntry.next(Self.draft(), after: gone, now: Self.later)?.sequence == 2)
    }

    @Test func whatHasBegunIsNotAhead() {
        let entry = DiaryEntry(Self.draft(), sequence: 0, stampedAt: Self.now)
        #expect(entry.isAhead(of: Self.now))
        #expect(!entry.isAhead(of: Self.now.adding(86_300)))
    }
}
