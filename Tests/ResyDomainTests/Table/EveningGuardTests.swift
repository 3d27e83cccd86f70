import Testing
@testable import ResyDomain

/// An entry of the journal, and whether a table at seven at venue 1 on the 14th may still be booked.
@Suite struct EveningGuardTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var kind = JournalEntry.Kind.book
        var venue = 1
        var day = "2026-02-14"
        var time = "19:15"
        var party = 2
        var state = JournalEntry.State.unknown
        /// Seconds after the list was asked for.
        var updated = -1000.0
        var seen: Double?
        var isListed = false
        var allowsOverlap = false
        var stands: Bool
    }

    static let cases = [
        Case(testDescription: "unclear, another time", stands: true),
        Case(testDescription: "unclear, the same time for more", time: "19:00", party: 6, stands: true),
        Case(testDescription: "under way, another time", state: .intended, stands: true),
        Case(testDescription: "unclear at noon at the same venue", time: "12:00", stands: true),
        Case(testDescription: "unclear past midnight of that evening", time: "00:30", stands: true),
        Case(
            testDescription: "unclear past midnight of the evening before", day: "2026-02-13", time: "00:30",
            stands: false),
        Case(testDescription: "unclear the day after", day: "2026-02-15", time: "19:00", stands: false),
        Case(testDescription: "unclear elsewhere, hours that overlap", venue: 2, time: "21:00", stands: true),
        Case(testDescription: "unclear elsewhere, hours apart", venue: 2, time: "21:30", stands: false),
        Case(testDescription: "unclear, and both are wanted", allowsOverlap: true, stands: true),
        Case(testDescription: "under way, and both are wanted", state: .intended, allowsOverlap: true, stands: true),
        Case(testDescription: "a cancellation that is unclear", kind: .cancel, stands: false),
        Case(testDescription: "not booked", state: .notBooked, updated: 1, stands: false),
        Case(testDescription: "cancelled", state: .cancelled, updated: 1, stands: false),
        Case(testDescription: "booked since the list was asked for", state: .booked, updated: 1, stands: true),
        Case(
            testDescription: "booked and listed since the list was asked for", state: .booked, updated: 1, seen: 2,
            stands: true),
        Case(testDescription: "booked just before, not listed yet", state: .booked, updated: -599, stands: true),
        Case(testDescription: "booked long before, and not listed", state: .booked, updated: -601, stands: false),
        Case(
            testDescription: "booked just before, listed once and no more", state: .booked, updated: -60, seen: -30,
            stands: false),
        Case(
            testDescription: "booked, and judged as a reservation", state: .booked, updated: 1, isListed: true,
            stands: false),
        Case(
            testDescription: "booked just now, and both are wanted", state: .booked, updated: 1, allowsOverlap: true,
            stands: false),
    ]

    @Test(arguments: cases) func judges(_ example: Case) throws {
        let asked = Instant(seconds: 1_771_000_000)
        var venue = Venue(id: 1, name: "Venue 1")
        venue.zone = Zone(named: "America/New_York")
        let seven = Sitting(
            at: venue, try #require(CalendarDay(iso: "2026-02-14")), try #require(TimeOfDay(clock: "19:00")))
        let row = Reservation(
            id: example.isListed ? 7 : 8, venue: venue, day: seven.day, time: seven.time, party: 2, seating: nil,
            status: .confirmed, cancelBy: nil, charges: [], mayCancel: true, source: .resyMCP, specialRequests: nil)
        let eveningGuard = EveningGuard(
            table: seven, list: ListReading([row], askedAt: asked, isWhole: true),
            allowsOverlap: example.allowsOverlap)
        let entry = JournalEntry(
            id: 1, kind: example.kind,
            key: JournalKey(
                account: "a", venue: example.venue, day: try #require(CalendarDay(iso: example.day)),
                time: try #require(TimeOfDay(clock: example.time)), party: example.party),
            state: example.state,
            about: Intent(seating: "", zone: venue.zone, reservationID: 7, venueName: "Venue \(example.venue)"),
            seenAt: example.seen.map { asked.adding($0) }, createdAt: asked.adding(-1000),
            updatedAt: asked.adding(example.updated))
        #expect(eveningGuard.stands(entry) == example.stands)
    }
}
