@testable import ResyDomain
import Testing

/// One row a case: what the journal has, what the list says, and what is known of the table then. The clock stands at noon;
/// a table of tonight, unless another day is said.
@Suite struct StandingTests {
    private static let noon = Instant(seconds: 1_771_088_400)  // 2026-02-14T12:00:00-05:00
    private static let tonight = CalendarDay(iso: "2026-02-14")
    private static let id = 7

    enum Booking: Sendable { case none, intended, unknown, booked, notBooked, cancelled }
    enum Cancellation: Sendable { case none, justBegun, begun(secondsAgo: Double), unclear(secondsAgo: Double) }
    enum Row: Sendable { case confirmed, past, cancelled }
    /// What the account's list says, and how many seconds ago it was asked for.
    enum List: Sendable {
        case unread
        case has(Row, ago: Double = 0)
        case lacks(ago: Double = 0)
        case lacksTwice
        case lacksButIsNotWhole
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var booking = Booking.none
        /// Seconds since the booking was begun and, where it has one, had its outcome.
        var age = 0.0
        /// Seconds since a list first had it; nil where none did.
        var seen: Double?
        var cancellation = Cancellation.none
        /// Remembered from a list, so many seconds ago.
        var remembered: Double?
        var hasBegun = false
        var list: List
        var expected: String

        init(
            _ testDescription: String, _ booking: Booking = .none, age: Double = 0, seen: Double? = nil,
            cancelling cancellation: Cancellation = .none, remembered: Double? = nil, hasBegun: Bool = false,
            _ list: List, _ expected: String
        ) {
            self.testDescription = testDescription
            self.booking = booking
            self.age = age
            self.seen = seen
            self.cancellation = cancellation
            self.remembered = remembered
            self.hasBegun = hasBegun
            self.list = list
            self.expected = expected
        }
    }

    @Test(arguments: [
        // Nothing of ours.
        Case("unheard of", .none, .lacks(), "none"),
        Case("booked elsewhere", .none, .has(.confirmed), "held"),
        Case("a booking that was refused", .notBooked, age: 60, .lacks(), "none"),
        // A booking without an outcome.
        Case("begun, no list", .intended, age: 5, .unread, "maybeBooked"),
        Case("begun, the list has it", .intended, age: 5, .has(.confirmed), "held"),
        Case("begun, an older list has another such table", .intended, age: 5, .has(.confirmed, ago: 9), "maybeBooked"),
        Case("begun, not listed", .intended, age: 5, .lacks(), "maybeBooked"),
        Case("unclear for long, not listed", .unknown, age: 600, .lacks(), "none"),
        Case("not quite as long", .unknown, age: 599, .lacks(), "maybeBooked"),
        Case("unclear for long, by a list that is older", .unknown, age: 600, .lacks(ago: 30), "maybeBooked"),
        Case("unclear for long, and the list is not whole", .unknown, age: 700, .lacksButIsNotWhole, "maybeBooked"),
        Case("unclear for long, and its time has come", .unknown, age: 700, hasBegun: true, .lacks(), "maybeBooked"),
        // Booked from here.
        Case("booked, no list", .booked, age: 60, .unread, "remembered"),
        Case("booked and listed", .booked, age: 60, .has(.confirmed), "held"),
        Case("booked and eaten", .booked, age: 60, .has(.past), "held"),
        Case("booked, not listed yet", .booked, age: 60, .lacks(), "justBooked"),
        Case("booked, never listed for ten minutes", .booked, age: 600, .lacks(), "missing"),
        Case("booked, never listed for ten minutes, twice", .booked, age: 600, .lacksTwice, "cancelled"),
        Case("the same by a list that is not whole", .booked, age: 600, .lacksButIsNotWhole, "missing"),
        Case("never listed, and its time has come", .booked, age: 600, hasBegun: true, .lacks(), "begun"),
        Case("listed, and then not", .booked, age: 60, seen: 30, .lacks(), "missing"),
        Case("listed, and then not, twice", .booked, age: 60, seen: 30, .lacksTwice, "cancelled"),
        Case("listed after this list was asked for", .booked, age: 60, seen: 10, .lacks(ago: 20), "justBooked"),
        Case("lists go back and forth at first", .booked, age: 9, seen: 5, .lacksTwice, "justBooked"),
        Case("listed, and its time has come", .booked, age: 900, seen: 600, hasBegun: true, .lacksTwice, "begun"),
        Case("listed as cancelled", .booked, age: 60, seen: 30, .has(.cancelled), "missing"),
        // A cancellation without an outcome.
        Case("being cancelled, no list", .booked, age: 900, seen: 600, cancelling: .justBegun, .unread, "cancelling"),
        Case(
            "perhaps cancelled, no list", .booked, age: 900, cancelling: .begun(secondsAgo: 60), .unread,
            "maybeCancelled"),
        Case(
            "being cancelled, still listed", .booked, age: 900, cancelling: .justBegun, .has(.confirmed), "cancelling"),
        Case("unclear, still listed", cancelling: .unclear(secondsAgo: 599), .has(.confirmed), "maybeCancelled"),
        Case(
            "unclear for long, still listed: it stands", cancelling: .unclear(secondsAgo: 600), .has(.confirmed), "held"
        ),
        Case("unclear, and gone", cancelling: .unclear(secondsAgo: 5), .lacks(), "cancelled"),
        Case("gone from an older list", cancelling: .unclear(secondsAgo: 5), .lacks(ago: 9), "maybeCancelled"),
        Case(
            "gone from a list that is not whole", cancelling: .unclear(secondsAgo: 5), .lacksButIsNotWhole,
            "maybeCancelled"),
        Case(
            "gone, but its time has come", cancelling: .unclear(secondsAgo: 5), hasBegun: true, .lacks(),
            "maybeCancelled"),
        Case("unclear, and listed as cancelled", cancelling: .unclear(secondsAgo: 5), .has(.cancelled), "cancelled"),
        // Booked elsewhere, and remembered from a list.
        Case("remembered, no list", remembered: 90, .unread, "remembered"),
        Case("remembered, not listed any more", remembered: 90, .lacks(), "missing"),
        Case("remembered, not listed any more, twice", remembered: 90, .lacksTwice, "cancelled"),
        Case("remembered since this list was asked for", remembered: 5, .lacks(ago: 9), "missing"),
        Case("remembered, and its time has come", remembered: 90, hasBegun: true, .lacks(), "begun"),
    ])
    func isKnown(_ example: Case) throws {
        let standing = Standing.of(try trace(example), in: try list(example), now: Self.noon)
        let name = if case .held = standing { "held" } else { "\(standing)" }
        #expect(name == example.expected)
    }

    private func trace(_ example: Case) throws -> Standing.Trace {
        var trace = Standing.Trace()
        trace.booking = try booking(example)
        trace.cancellation = try cancellation(example)
        if let ago = example.remembered {
            trace.remembered = RememberedReservation(
                reservation: try row(.confirmed, example), recordedAt: Self.noon.adding(-ago))
        }
        if case .has(let kind, _) = example.list, kind != .cancelled { trace.row = try row(kind, example) }
        return trace
    }

    private func booking(_ example: Case) throws -> JournalEntry? {
        let state: JournalEntry.State
        switch example.booking {
        case .none: return nil
        case .intended: state = .intended
        case .unknown: state = .unknown
        case .booked: state = .booked
        case .notBooked: state = .notBooked
        case .cancelled: state = .cancelled
        }
        var entry = try entry(.book, state, begun: example.age, example)
        entry.seenAt = example.seen.map { Self.noon.adding(-$0) }
        return entry
    }

    private func cancellation(_ example: Case) throws -> JournalEntry? {
        switch example.cancellation {
        case .none: nil
        case .justBegun: try entry(.cancel, .intended, begun: 1, example)
        case .begun(let ago): try entry(.cancel, .intended, begun: ago, example)
        case .unclear(let ago): try entry(.cancel, .unknown, begun: ago, example)
        }
    }

    private func entry(
        _ kind: JournalEntry.Kind, _ state: JournalEntry.State, begun ago: Double, _ example: Case
    ) throws -> JournalEntry {
        let held = try row(.confirmed, example)
        return JournalEntry(
            id: 1, kind: kind, key: JournalKey(held, account: "a"), state: state,
            about: Intent(seating: "Dining Room", zone: held.venue.zone, reservationID: Self.id),
            createdAt: Self.noon.adding(-ago), updatedAt: Self.noon.adding(-ago))
    }

    private func row(_ kind: Row, _ example: Case) throws -> Reservation {
        let status: Reservation.Status =
            switch kind {
            case .confirmed: .confirmed
            case .past: .past
            case .cancelled: .cancelled
            }
        var venue = Venue(id: 99001, name: "Example Trattoria")
        venue.zone = Zone(named: "America/New_York")
        return Reservation(
            id: Self.id, venue: venue, day: try #require(Self.tonight),
            time: try #require(TimeOfDay(clock: example.hasBegun ? "12:04" : "19:00")), party: 2,
            seating: "Dining Room", status: status, cancelBy: nil, charges: [], mayCancel: true, source: .resyMCP,
            specialRequests: nil)
    }

    private func list(_ example: Case) throws -> ListReading? {
        switch example.list {
        case .unread: nil
        case .has(let kind, let ago):
            ListReading([try row(kind, example)], askedAt: Self.noon.adding(-ago), isWhole: true)
        case .lacks(let ago): ListReading([], askedAt: Self.noon.adding(-ago), isWhole: true)
        case .lacksTwice: ListReading([], askedAt: Self.noon, isWhole: true, isSecondLook: true)
        case .lacksButIsNotWhole: ListReading([], askedAt: Self.noon, isWhole: false)
        }
    }
}
