import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct StoreWishesTests {
    private let folder: TempFolder
    private let now = Instant(seconds: 1_800_000_000)
    private var home: Home { folder.home }

    init() throws { folder = try TempFolder() }

    private func key(_ account: String = "a") throws -> JournalKey {
        JournalKey(
            account: account, venue: 1, day: try #require(CalendarDay(iso: "2027-02-14")),
            time: try #require(TimeOfDay(clock: "19:00")), party: 2)
    }

    /// A booked table with these wishes: its entry.
    private func booked(_ store: Store, _ wishes: [Wish], id: Int = 7) async throws -> Int {
        let claim = try await store.openIntent(
            try key(), kind: .book, about: Intent(seating: "Patio", wishes: wishes), now: now)
        guard case .opened(let entry) = claim else { throw StoreFault() }
        try await store.close(id: entry, state: .booked, reservationID: id, now: now)
        return entry
    }

    private struct StoreFault: Error {}

    private func known(_ store: Store, _ entry: Int) async throws -> WishRecord {
        try #require(try await store.wishes(of: .entry(entry)).first)
    }

    @Test func aWishWaitsForItsBooking() async throws {
        let store = Store(home: home)
        guard
            case .opened(let entry) = try await store.openIntent(
                try key(), kind: .book, about: Intent(seating: "", wishes: [.words("quiet"), .occasion(.birthday)]),
                now: now)
        else { throw StoreFault() }
        #expect(try await store.wishes(of: .entry(entry)).map(\.wish) == [.words("quiet"), .occasion(.birthday)])
        #expect(try await store.wishes(of: .entry(entry)).allSatisfy { !$0.isOpen })
        #expect(try await !store.claim(known(store, entry), now: now))
        try await store.close(id: entry, state: .booked, reservationID: 7, now: now)
        #expect(try await store.wishes(of: .entry(entry)).allSatisfy { $0.isOpen && $0.reservationID == 7 })
        #expect(try await store.claim(known(store, entry), now: now))
    }

    @Test func oneClaimsIt() async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("quiet")])
        let record = try await known(store, entry)
        #expect(try await store.claim(record, now: now))
        #expect(try await !store.claim(record, now: now))
        #expect(try await !Store(home: home).claim(record, now: now))
        let sent = try await known(store, entry)
        #expect(sent.flow.isSent && sent.flow.tries == 1 && sent.flow.touchedAt == now)
    }

    @Test(arguments: [(true, 1), (false, 0)]) func whatDidNothingIsUndone(counts: Bool, tries: Int) async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("quiet")])
        let record = try await known(store, entry)
        _ = try await store.claim(record, now: now)
        try await store.unsendWish(id: record.id, counts: counts, restsFrom: nil)
        let left = try await known(store, entry)
        #expect(!left.flow.isSent && left.flow.tries == tries && left.flow.touchedAt == nil)
    }

    @Test func aNewerOneEndsTheOlder() async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("quiet"), .occasion(.birthday)])
        let older = try await known(store, entry)
        try await store.add(.words("window"), over: nil, entry: entry, now: now)
        try await store.add(.words("window"), over: nil, entry: entry, now: now)
        #expect(try await store.wishes(of: .entry(entry)).map(\.wish) == [.occasion(.birthday), .words("window")])
        #expect(try await !store.claim(older, now: now))
    }

    @Test func whatIsOursIsWhatWasSeenLastAndSentSince() async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("a")])
        func go(_ end: WishFlow.End?, held: String? = nil, isSent: Bool = true) async throws {
            let record = try await known(store, entry)
            if isSent { _ = try await store.claim(record, now: now) }
            if let end { try await store.endWish(id: record.id, end, held: held) }
        }
        try await go(.shown)
        #expect(try await known(store, entry).flow.ours == ["a"])
        try await store.add(.words("b"), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.ours == ["a"])
        try await go(.cutShort, held: "(b")
        try await store.add(.words("c"), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.ours == ["a", "b", "(b"])
        try await go(.shown)
        #expect(try await known(store, entry).flow.ours == ["c"])
        // There already, so somebody typed it; and what was refused never came from here.
        try await store.add(.words("d"), over: nil, entry: entry, now: now)
        try await go(.shown, isSent: false)
        #expect(try await known(store, entry).flow.ours == [])
        try await store.add(.words("e"), over: nil, entry: entry, now: now)
        try await go(.refused)
        #expect(try await known(store, entry).flow.ours == [])
    }

    @Test func triesCountOnUntilItWasSeen() async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("a")])
        func go(_ end: WishFlow.End) async throws {
            let record = try await known(store, entry)
            _ = try await store.claim(record, now: now)
            try await store.endWish(id: record.id, end)
        }
        try await go(.refused)
        try await store.add(.words("A "), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.tries == 1)
        try await store.add(.words("b"), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.tries == 0)
        try await store.add(.words("a"), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.tries == 1)
        try await go(.shown)
        try await store.add(.words("a"), over: nil, entry: entry, now: now)
        #expect(try await known(store, entry).flow.tries == 0)
    }

    @Test func aTableThatIsCancelledOrBeingCancelledTakesNone() async throws {
        let store = Store(home: home)
        let entry = try await booked(store, [.words("quiet")])
        guard
            case .opened(let cancelling) = try await store.openIntent(
                try key(), kind: .cancel, about: Intent(seating: "", reservationID: 7), now: now)
        else { throw StoreFault() }
        #expect(try await !known(store, entry).isOpen)
        #expect(try await !store.claim(known(store, entry), now: now))
        try await store.close(id: cancelling, state: .notCancelled, reservationID: nil, now: now)
        #expect(try await known(store, entry).isOpen)
        try await store.markCancelled(id: 7, now: now)
        #expect(try await !known(store, entry).isOpen)
    }

    @Test func whatIsStillToBeDoneIsFound() async throws {
        let store = Store(home: home)
        let day = try key().day
        #expect(try await store.openWishes(account: "a", since: day).isEmpty)
        let entry = try await booked(store, [.words("quiet"), .occasion(.birthday)])
        try await store.add(.words("window"), over: nil, entry: entry, now: now)
        let open = try await store.openWishes(account: "a", since: day)
        #expect(open == (try await store.wishes(of: .entry(entry))))
        #expect(open.map(\.wish) == [.occasion(.birthday), .words("window")])
        #expect(try await store.openWishes(account: "a", since: day.adding(days: 1)).isEmpty)
        #expect(try await store.openWishes(account: "b", since: day).isEmpty)
        for record in open { try await store.endWish(id: record.id, .shown) }
        #expect(try await store.openWishes(account: "a", since: day).isEmpty)
    }

    @Test func anotherAccountsAreAnotherMatter() async throws {
        let store = Store(home: home)
        _ = try await booked(store, [.words("quiet")])
        let day = try key().day
        #expect(try await store.wishes(of: .account("a", since: day)).count == 1)
        #expect(try await store.wishes(of: .account("a", since: day.adding(days: 1))).isEmpty)
        #expect(try await store.wishes(of: .account("b", since: day)).isEmpty)
    }

    /// What version 5 kept was never sent, and is not sent now.
    @Test func whatWasKeptBeforeIsTold() async throws {
        var entry = 0
        do {
            let store = Store(home: home)
            entry = try await booked(store, [])
        }
        do {
            let older = try Connection(path: home.database, busyMilliseconds: 0)
            try older.takeBackToSixth()
            try older.run("ALTER TABLE sign_ins DROP COLUMN succeeded")
            try older.run("UPDATE journal SET special_requests = 'quiet'")
            try older.run("PRAGMA user_version = 5")
        }
        let record = try await known(Store(home: home), entry)
        #expect(record.wish == .words("quiet") && record.ending == .keptHere && !record.isOpen)
    }

    @Test func whatIsThereIsRemembered() async throws {
        let store = Store(home: home)
        var held = Reservation(
            id: 7, venue: Venue(id: 1, name: "Carbone"), day: try key().day, time: try key().time, party: 2,
            seating: nil, status: .confirmed, cancelBy: nil, charges: [], mayCancel: true, source: .resyMCP,
            specialRequests: nil)
        let entry = try await booked(store, [.words("quiet"), .occasion(.birthday)])
        try await store.settle(held, account: "a", entry: entry, now: now)
        for record in try await store.wishes(of: .entry(entry)) { try await store.endWish(id: record.id, .shown) }
        held.specialRequests = "quiet"
        #expect(try await store.reservation(id: 7)?.reservation == held)
    }
}
