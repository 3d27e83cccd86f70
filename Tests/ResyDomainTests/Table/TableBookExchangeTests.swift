@testable import ResyDomain
import Testing

/// What a list settles of a change by Resy's own request, whose two halves are told by one look.
@Suite struct TableBookExchangeTests {
    private static let noon = Instant(seconds: 1_771_088_400)  // 2026-02-14T12:00:00-05:00
    private static let zone = Zone(named: "America/New_York")

    private static func key(_ hour: Int) -> JournalKey {
        JournalKey(
            account: "a", venue: 6194, day: CalendarDay(daysSince1970: 20_498),
            time: TimeOfDay(minutesAfterMidnight: hour * 60), party: 2)
    }

    private static func entry(_ id: Int, _ kind: JournalEntry.Kind, _ hour: Int, reservation: Int?, ago: Double)
        -> JournalEntry
    {
        JournalEntry(
            id: id, kind: kind, key: key(hour), state: .unknown,
            about: Intent(
                seating: "Dining Room", zone: zone, reservationID: reservation, venueName: "Carbone",
                change: ChangeLink(of: 7, way: .resyChange)),
            createdAt: noon.adding(-ago), updatedAt: noon.adding(-ago))
    }

    private static func table(_ id: Int, _ hour: Int) -> Reservation {
        var table = ChangeEndTests.table(id, hour)
        table.venue.zone = zone
        return table
    }

    private static func book(
        _ rows: [Reservation], ago: Double, isWhole: Bool = true, isSecondLook: Bool = false
    ) -> TableBook {
        TableBook(
            entries: [
                entry(1, .book, 20, reservation: nil, ago: ago), entry(2, .cancel, 19, reservation: 7, ago: ago),
            ],
            memory: [RememberedReservation(reservation: table(7, 19), recordedAt: noon.adding(-ago))],
            list: ListReading(rows, askedAt: noon, isWhole: isWhole, isSecondLook: isSecondLook), now: noon)
    }

    @Test func aNewNumberSettlesItAtOnce() {
        let book = Self.book([Self.table(8, 20)], ago: 20)
        #expect(book.closings.count == 1)
        guard case .exchanged(1, let row, 7)? = book.closings.first else {
            Issue.record("\(book.closings)")
            return
        }
        #expect(row.id == 8 && row.source == .resyMCP)
    }

    /// The row under the old number is the new table: it is not cancelled.
    @Test func theOldNumberSettlesItAtOnce() {
        let book = Self.book([Self.table(7, 20)], ago: 20)
        #expect(book.closings.count == 1)
        guard case .exchanged(1, _, 7)? = book.closings.first else {
            Issue.record("\(book.closings)")
            return
        }
        #expect(book.standing(of: 7) == .held(Self.table(7, 20)))
    }

    @Test func theOldOneAloneProvesNothingSoSoon() {
        let early = Self.book([Self.table(7, 19)], ago: 20)
        #expect(early.closings.isEmpty)
        #expect(early.standing(of: 7) == .cancelling || early.standing(of: 7) == .maybeCancelled)
        #expect(early.openBookings.map(\.id) == [1])
        #expect(Self.book([Self.table(7, 19)], ago: 700).closings == [.notBooked(entry: 1)])
        #expect(Self.book([Self.table(7, 19)], ago: 700, isWhole: false).closings.isEmpty)
    }

    @Test func bothAreBothWhenItIsSure() {
        let rows = [Self.table(7, 19), Self.table(8, 20)]
        #expect(Self.book(rows, ago: 20).closings.isEmpty)
        guard case .bothHeld(1, let row)? = Self.book(rows, ago: 700).closings.first else {
            Issue.record("not both")
            return
        }
        #expect(row.id == 8)
    }

    /// One list without them proves nothing, whatever its age.
    @Test func neitherIsBelievedTwice() {
        #expect(Self.book([], ago: 20).closings.isEmpty)
        let once = Self.book([], ago: 700)
        #expect(once.closings.isEmpty)
        #expect(once.missing == [7])
        #expect(Self.book([], ago: 700, isSecondLook: true).closings == [.neitherHeld(entry: 1, old: 7)])
    }

    /// What is to be given up stands in nobody's way; what is open does.
    @Test func anOldTableIsLeftOut() {
        let book = Self.book([Self.table(7, 19)], ago: 20)
        let venue = Self.table(7, 19).venue
        let wanted = Sitting(at: venue, CalendarDay(daysSince1970: 20_498), TimeOfDay(minutesAfterMidnight: 1260))
        #expect(book.clash(with: wanted)?.reservation.id == 7)
        #expect(book.leavingOut(7).clash(with: wanted) == nil)
        #expect(book.leavingOut(7).openBooking(near: wanted, except: Self.key(21))?.id == 1)
    }
}
