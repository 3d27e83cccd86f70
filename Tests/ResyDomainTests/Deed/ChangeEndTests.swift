@testable import ResyDomain
import Testing

/// What a change came to, by what is known of its two tables.
@Suite struct ChangeEndTests {
    private static let zone = Zone(named: "America/New_York")
    private static let day = CalendarDay(iso: "2026-02-14") ?? CalendarDay(daysSince1970: 0)

    static func table(_ id: Int, _ hour: Int, party: Int = 2, seating: String? = "Dining Room") -> Reservation {
        var venue = Venue(id: 6194, name: "Carbone")
        venue.zone = zone
        return Reservation(
            id: id, venue: venue, day: day, time: TimeOfDay(minutesAfterMidnight: hour * 60), party: party,
            seating: seating, status: .confirmed, cancelBy: nil, charges: [], mayCancel: true, source: .elsewhere,
            specialRequests: nil)
    }

    private static let row = table(7, 19)

    @Test(arguments: [
        (Standing.held(row), Standing.cancelled, ChangeEnd.changed), (.remembered, .cancelled, .changed),
        (.justBooked, .none, .changed), (.held(row), .held(row), .bothHeld), (.held(row), .remembered, .bothHeld),
        (.held(row), .maybeCancelled, .bothHeld), (.held(row), .cancelling, .bothHeld),
        (.held(row), .missing, .bothHeld),
        (.none, .held(row), .notChanged), (.cancelled, .remembered, .notChanged), (.none, .cancelled, .neitherHeld),
        (.cancelled, .none, .neitherHeld), (.none, .maybeCancelled, .unknown), (.none, .missing, .unknown),
        (.maybeBooked, .held(row), .unknown), (.maybeBooked, .cancelled, .unknown), (.missing, .held(row), .unknown),
        (.maybeBooked, .maybeCancelled, .unknown),
    ]) func whatItCameTo(new: Standing, old: Standing, expected: ChangeEnd) {
        #expect(ChangeEnd.of(new: new, old: old) == expected)
    }

    // MARK: - In a list

    private static func key(_ hour: Int, party: Int = 2) -> JournalKey {
        JournalKey(
            account: "a", venue: 6194, day: day, time: TimeOfDay(minutesAfterMidnight: hour * 60), party: party)
    }

    private static func exchange(_ way: ChangeWay, to hour: Int = 20, party: Int = 2, seating: String = "Dining Room")
        -> Exchange
    {
        Exchange(
            id: 7, old: .init(key(19), seating: "Dining Room"), new: .init(key(hour, party: party), seating: seating),
            way: way)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var exchange: Exchange
        var rows: [Reservation]
        var expected: Exchange.Sight
    }

    @Test(arguments: [
        Case(
            testDescription: "a new number", exchange: exchange(.resyChange), rows: [table(8, 20)],
            expected: .new(table(8, 20))),
        Case(
            testDescription: "the old number", exchange: exchange(.resyChange), rows: [table(7, 20)],
            expected: .new(table(7, 20))),
        Case(
            testDescription: "the old number, booked first", exchange: exchange(.bookThenCancel), rows: [table(7, 20)],
            expected: .elsewhere(table(7, 20))),
        Case(
            testDescription: "the old one alone", exchange: exchange(.resyChange), rows: [table(7, 19), table(9, 21)],
            expected: .old(table(7, 19))),
        Case(
            testDescription: "both", exchange: exchange(.resyChange), rows: [table(7, 19), table(8, 20)],
            expected: .both(new: table(8, 20), old: table(7, 19))),
        Case(testDescription: "neither", exchange: exchange(.resyChange), rows: [table(9, 21)], expected: .neither),
        Case(
            testDescription: "at a third time", exchange: exchange(.resyChange), rows: [table(7, 21)],
            expected: .elsewhere(table(7, 21))),
        Case(
            testDescription: "more guests, the old number", exchange: exchange(.resyChange, to: 19, party: 4),
            rows: [table(7, 19, party: 4)], expected: .new(table(7, 19, party: 4))),
        Case(
            testDescription: "another seating, the old number", exchange: exchange(.resyChange, to: 19, seating: "Bar"),
            rows: [table(7, 19, seating: "Bar")], expected: .new(table(7, 19, seating: "Bar"))),
        Case(
            testDescription: "another seating, not done", exchange: exchange(.resyChange, to: 19, seating: "Bar"),
            rows: [table(7, 19)], expected: .old(table(7, 19))),
        Case(
            testDescription: "another seating, which the list does not tell",
            exchange: exchange(.resyChange, to: 19, seating: "Bar"), rows: [table(7, 19, seating: nil)],
            expected: .old(table(7, 19, seating: nil))),
        Case(
            testDescription: "another seating beside the old one",
            exchange: exchange(.bookThenCancel, to: 19, seating: "Bar"),
            rows: [table(7, 19), table(8, 19, seating: "Bar")],
            expected: .both(new: table(8, 19, seating: "Bar"), old: table(7, 19))),
    ]) func whatAListShows(_ example: Case) {
        #expect(example.exchange.sight(in: example.rows) == example.expected)
    }

    // MARK: - Looked for

    private static func flow(_ answer: DeedFlow.Answer) -> DeedFlow {
        var flow = DeedFlow(.change, policy: ConsentPolicy(mode: .never, largestFee: 0))
        _ = flow.handle(
            .read(Offer(stake: .known(.zero, currency: "USD"), isFree: false, cost: "", isAgreed: true)))
        _ = flow.handle(.intentRecorded)
        _ = flow.handle(.answered(answer))
        return flow
    }

    /// After any answer the list decides.
    @Test(arguments: [
        (DeedFlow.Answer.taken, [DeedFlow.Sight.done(reservationID: 8)], DeedFlow.End.done(reservationID: 8)),
        (.unclear, [.unreadable, .notDone, .done(reservationID: 8)], .done(reservationID: 8)),
        (
            .refused(isProof: true), [.notDone, .both(reservationID: 8), .done(reservationID: 8)],
            .done(reservationID: 8)
        ),
        (.refused(isProof: true), [.notDone, .notDone, .notDone, .notDone], .failed),
        (.refused(isProof: true), [.notDone, .notDone, .notDone, .unreadable], .unknown),
        (.taken, [.notDone, .notDone, .notDone, .notDone], .unknown),
        (.unclear, [.notDone, .notDone, .notDone, .notDone], .unknown),
        (.unclear, [.unreadable, .unreadable, .unreadable, .unreadable], .unknown),
        (.taken, Array(repeating: .both(reservationID: 8), count: 4), .bothHeld(reservationID: 8)),
        (.taken, [.both(reservationID: 8), .neither, .neither, .neither], .neitherHeld),
        (.unclear, [.neither, .neither, .notDone, .neither], .unknown),
        (.refused(isProof: true), [.notDone, .notDone, .neither, .neither], .neitherHeld),
    ]) func theListDecides(answer: DeedFlow.Answer, sights: [DeedFlow.Sight], expected: DeedFlow.End) {
        var flow = Self.flow(answer)
        var last = DeedFlow.Action.send
        for sight in sights { last = flow.handle(.saw(sight)) }
        #expect(last == .finish(expected))
    }

    /// Never twice, but where Resy proved that the first did nothing.
    @Test func aRefusedSignInIsFollowedByLists() {
        var flow = Self.flow(.signedOut)
        _ = flow.handle(.signInRenewed)
        for _ in 0..<3 { _ = flow.handle(.saw(.notDone)) }
        #expect(flow.handle(.saw(.notDone)) == .read)
        var seen = Self.flow(.signedOut)
        _ = seen.handle(.signInRenewed)
        #expect(seen.handle(.saw(.done(reservationID: 8))) == .finish(.done(reservationID: 8)))
    }

    @Test func outOfTimeItIsWhatTheLastListSaid() {
        var flow = Self.flow(.unclear)
        #expect(flow.handle(.outOfTime) == .finish(.unknown))
        var both = Self.flow(.taken)
        _ = both.handle(.saw(.both(reservationID: 8)))
        #expect(both.handle(.outOfTime) == .finish(.bothHeld(reservationID: 8)))
    }
}
