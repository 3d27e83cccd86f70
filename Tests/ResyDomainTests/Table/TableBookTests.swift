import Testing

@testable import ResyDomain

/// Journal, list and memory together: what is to be written down, what is missing, what stands in the way.
@Suite struct TableBookTests {
    private static let noon = Instant(seconds: 1_771_088_400)  // 2026-02-14T12:00:00-05:00

    private func table(_ id: Int, at clock: String = "19:00") throws -> Reservation {
        var venue = Venue(id: id, name: "Venue \(id)")
        venue.zone = Zone(named: "America/New_York")
        return Reservation(
            id: id, venue: venue, day: try #require(CalendarDay(iso: "2026-02-14")),
            time: try #require(TimeOfDay(clock: clock)), party: 2, seating: nil, status: .confirmed, cancelBy: nil,
            charges: [], mayCancel: true, source: .resyMCP, specialRequests: nil)
    }

    /// An entry of an hour ago; `id` is also the table's.
    private func entry(
        _ id: Int, _ state: JournalEntry.State, of kind: JournalEntry.Kind = .book, seen: Double? = nil
    ) throws -> JournalEntry {
        let held = try table(id)
        return JournalEntry(
            id: 100 + id, kind: kind, key: JournalKey(held, account: "a"), state: state,
            about: Intent(
                seating: "Bar", zone: held.venue.zone, reservationID: state == .unknown && kind == .book ? nil : id),
            seenAt: seen.map { Self.noon.adding(-$0) }, createdAt: Self.noon.adding(-3600),
            updatedAt: Self.noon.adding(-3600))
    }

    private func book(
        _ entries: [JournalEntry], remembered: [Int] = [], lists rows: [Reservation]?, isSecondLook: Bool = false
    ) throws -> TableBook {
        TableBook(
            entries: entries,
            memory: try remembered.map {
                RememberedReservation(reservation: try table($0), recordedAt: Self.noon.adding(-3600))
            }, list: rows.map { ListReading($0, askedAt: Self.noon, isWhole: true, isSecondLook: isSecondLook) },
            now: Self.noon)
    }

    @Test func whatAListSettlesIsWrittenDown() throws {
        var booked = try table(1)
        booked.seating = "Bar"
        let found = try book(
            [
                try entry(1, .unknown), try entry(2, .unknown), try entry(3, .booked),
                try entry(4, .unknown, of: .cancel),
                try entry(5, .unknown, of: .cancel),
            ], lists: [try table(1), try table(3), try table(4)])
        #expect(
            found.closings == [
                .booked(entry: 101, booked), .notBooked(entry: 102), .seen(entry: 103), .notCancelled(entry: 104),
                .cancelled(reservation: 5, entry: 105),
            ])
    }

    /// Another time or party of the same number: it was changed elsewhere.
    @Test func aTableThatMovedIsFollowed() throws {
        var (later, larger, unsure) = (try table(1, at: "20:30"), try table(2), try table(3, at: "20:30"))
        larger.party = 4
        unsure.isDaySure = false
        let found = try book(
            [try entry(1, .booked, seen: 60), try entry(2, .booked, seen: 60), try entry(3, .booked, seen: 60)],
            lists: [later, larger, unsure])
        #expect(found.closings == [.moved(entry: 101, to: later), .moved(entry: 102, to: larger)])
    }

    @Test func withoutAListNothingIs() throws {
        let unread = try book(
            [try entry(1, .unknown), try entry(5, .unknown, of: .cancel)], remembered: [5], lists: nil)
        #expect(unread.closings.isEmpty && unread.missing.isEmpty)
    }

    @Test func whatIsMissingIsGoneAfterASecondLook() throws {
        let entries = [try entry(1, .booked, seen: 1800), try entry(2, .booked)]
        let once = try book(entries, remembered: [1, 2, 3], lists: [])
        #expect(once.missing == [1, 2, 3])
        #expect(once.closings.isEmpty)
        let twice = try book(entries, remembered: [1, 2, 3], lists: [], isSecondLook: true)
        #expect(twice.missing.isEmpty)
        #expect(twice.closings == [1, 2, 3].map { TableBook.Closing.cancelled(reservation: $0, entry: nil) })
    }

    /// Lists that left it out were wrong; one that is only late is not believed.
    @Test(arguments: [(700.0, true), (60, false)])
    func whatALaterListHasAgainIsNotCancelled(ago: Double, isBack: Bool) throws {
        var gone = try table(1)
        gone.status = .cancelled
        let row = try table(1)
        let book = TableBook(
            entries: [],
            memory: [
                RememberedReservation(
                    reservation: gone, recordedAt: Self.noon.adding(-3600), changedAt: Self.noon.adding(-ago))
            ], list: ListReading([row], askedAt: Self.noon, isWhole: true), now: Self.noon)
        #expect(book.closings == (isBack ? [.relisted(row)] : []))
    }

    @Test func aTableStandsInTheWayFromTheListOrFromMemory() throws {
        let wanted = Sitting(try table(9, at: "20:00"))
        #expect(try book([], lists: [try table(1)]).clash(with: wanted)?.reservation.id == 1)
        #expect(try book([], remembered: [1], lists: nil).clash(with: wanted)?.reservation.id == 1)
        #expect(try book([], remembered: [1], lists: []).clash(with: wanted) == nil)
        let open = try entry(1, .unknown)
        #expect(
            try book([open], lists: nil).openBooking(near: wanted, except: JournalKey(try table(9), account: "a"))
                == open)
        #expect(try book([open], lists: nil).openBooking(near: wanted, except: open.key) == nil)
        // Ten minutes after it a list without it settles that it was not booked.
        #expect(
            try book([open], lists: []).openBooking(near: wanted, except: JournalKey(try table(9), account: "a")) == nil
        )
    }

    @Test func aRowKeepsWhatThisHomeKnowsOfIt() throws {
        var row = try table(1)
        row.source = .elsewhere
        let known = try book([], remembered: [1], lists: [row]).tables
        #expect(known.map(\.reservation.source) == [.resyMCP])
        #expect(known.map(\.isRow) == [true])
    }
}
