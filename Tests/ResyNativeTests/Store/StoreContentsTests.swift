import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct StoreContentsTests {
    private let folder: TempFolder
    private let home: Home
    private let store: Store
    private let now = Instant(seconds: 1_800_000_000)

    init() throws {
        folder = try TempFolder()
        home = folder.home
        store = Store(home: home)
    }

    private var venue: Venue {
        var venue = Venue(id: 7, name: "L'Été '); DROP TABLE visits; --\u{0}🍝")
        venue.city = "New York"
        venue.region = "NY"
        venue.neighborhood = "NoHo"
        venue.zone = Zone(named: "America/New_York")
        venue.citySlug = "new-york-ny"
        venue.slug = "ete"
        venue.street = "1 Main St"
        venue.phone = "+1"
        venue.latitude = 40.7
        venue.longitude = -74.25
        venue.placeID = "ChIJ"
        venue.currency = "USD"
        venue.wantsCaptcha = true
        venue.isTock = true
        venue.reopens = CalendarDay(iso: "2026-12-01")
        venue.smallestParty = 1
        venue.largestParty = 8
        return venue
    }

    private func reservation(_ id: Int, _ change: (inout Reservation) -> Void = { _ in }) throws -> Reservation {
        var reservation = Reservation(
            id: id, venue: venue, day: try #require(CalendarDay(iso: "2026-02-14")),
            time: try #require(TimeOfDay(clock: "19:30")), party: 2, seating: "Patio", status: .confirmed,
            cancelBy: now,
            charges: [.stated(.cancellation, 25.5, "USD", .guest, cutOff: now)],
            mayCancel: true, source: .resyMCP, specialRequests: "quiet")
        change(&reservation)
        return reservation
    }

    private func key(_ account: String = "a", party: Int = 2) throws -> JournalKey {
        JournalKey(
            account: account, venue: 7, day: try #require(CalendarDay(iso: "2026-02-14")),
            time: try #require(TimeOfDay(clock: "19:30")), party: party)
    }

    // MARK: - Venues

    @Test func aVenueComesBackAsItWas() async throws {
        try await store.cacheVenue(key: "k", venue: venue, now: now, expires: now.adding(60))
        #expect(try await store.cachedVenue(key: "k", now: now) == .venue(venue))
        #expect(try await store.cachedVenue(key: "other", now: now) == nil)
        #expect(try await Store(home: home).cachedVenue(key: "k", now: now) == .venue(venue))
    }

    @Test func theCacheForgetsAtItsTime() async throws {
        try await store.cacheVenue(key: "k", venue: nil, now: now, expires: now.adding(60))
        #expect(try await store.cachedVenue(key: "k", now: now.adding(59)) == .notOnResy)
        #expect(try await store.cachedVenue(key: "k", now: now.adding(60)) == nil)
        try await store.cachePlaces(query: "q", json: "[]", now: now, expires: now.adding(60))
        #expect(try await store.cachedPlaces(query: "q", now: now.adding(59)) == "[]")
        #expect(try await store.cachedPlaces(query: "q", now: now.adding(60)) == nil)
    }

    // MARK: - Reservations

    @Test func aReservationComesBackAsItWas() async throws {
        let booked = try reservation(1)
        try await store.record(booked, account: "a", now: now)
        #expect(try await store.reservation(id: 1)?.reservation == booked)
        #expect(try await store.localReservations(account: "a", latest: 9).map(\.reservation) == [booked])
        #expect(try await store.localReservations(account: "b", latest: 9).isEmpty)
    }

    @Test func aCallLooksAtRecentEveningsAndThoseThatAListShows() async throws {
        let day = try #require(CalendarDay(iso: "2026-02-14"))
        for id in 1...5 {
            try await store.record(
                try reservation(id) { $0.day = day.adding(days: id) }, account: id == 5 ? "b" : "a", now: now)
        }
        let listed = try reservation(2) { $0.day = day.adding(days: 2) }
        try await store.record(
            try reservation(6) {
                $0.day = day.adding(days: 3)
                $0.status = .cancelled
            }, account: "a", now: now)
        let unknown = try reservation(9) { $0.day = day }
        let recent = try await store.localReservations(
            account: "a", since: day.adding(days: 3), and: [listed.id, unknown.id])
        #expect(recent.map { $0.reservation.id }.sorted() == [2, 3, 4, 6])
        let held = try await store.localReservations(
            account: "a", since: day.adding(days: 3), and: [2, 2], showsCancelled: false)
        #expect(held.map { $0.reservation.id } == [3, 4, 2])
        let named = try await store.localReservations(
            account: "a", since: day.adding(days: 3), and: [6], showsCancelled: false)
        #expect(named.map { $0.reservation.id } == [3, 4, 6])
        #expect(try await store.localReservations(account: "a", latest: 1).map { $0.reservation.id } == [4])
    }

    @Test func whatResySaysLaterKeepsWhatOnlyWeKnow() async throws {
        try await store.record(try reservation(1), account: "a", now: now)
        let later = try reservation(1) {
            $0.party = 3
            $0.source = .elsewhere
            $0.specialRequests = nil
        }
        try await store.record(later, account: "a", now: now.adding(5))
        let kept = try #require(try await store.reservation(id: 1)).reservation
        #expect(kept.party == 3)
        #expect(kept.source == .resyMCP)
        #expect(kept.specialRequests == "quiet")
    }

    @Test func cancellingTakesTheVisitBackAndFreesTheTable() async throws {
        let booked = try reservation(1)
        guard
            case .opened(let id) = try await store.openIntent(
                try key(), kind: .book, about: Intent(seating: ""), now: now)
        else {
            Issue.record("not opened")
            return
        }
        try await store.close(id: id, state: .booked, reservationID: 1, now: now)
        try await store.record(booked, account: "a", now: now)
        try await store.settle(booked, account: "a", entry: nil, now: now)
        #expect(try await store.visits(account: "a").map(\.reservation) == [1])
        guard
            case .opened(let cancelling) = try await store.openIntent(
                try key(), kind: .cancel, about: Intent(seating: "", reservationID: 1), now: now)
        else {
            Issue.record("not opened")
            return
        }
        try await store.markCancelled(id: 1, closing: cancelling, now: now)
        #expect(try await store.entry(for: try key(), kind: .cancel)?.isOpen == false)
        #expect(try await store.visits(account: "a").isEmpty)
        #expect(try await store.reservation(id: 1)?.reservation.status == .cancelled)
        #expect(try await store.entry(for: try key(), kind: .book)?.isStanding == false)
    }

    // MARK: - Journal

    @Test func oneIntentAtATimeForATable() async throws {
        let first = try await store.openIntent(try key(), kind: .book, about: Intent(seating: "Patio"), now: now)
        #expect(first != .exists)
        #expect(try await store.openIntent(try key(), kind: .book, about: Intent(seating: "Bar"), now: now) == .exists)
        #expect(try await store.openIntent(try key(), kind: .cancel, about: Intent(seating: ""), now: now) != .exists)
        #expect(try await store.openIntent(try key("b"), kind: .book, about: Intent(seating: ""), now: now) != .exists)
        #expect(
            try await store.openIntent(try key(party: 3), kind: .book, about: Intent(seating: ""), now: now) != .exists)
    }

    @Test(arguments: [
        (JournalEntry.State.unknown, true), (.intended, true), (.booked, true), (.notBooked, false),
        (.cancelled, false),
    ])
    func anUnclearOrBookedEntryStandsInTheWay(_ state: JournalEntry.State, _ stands: Bool) async throws {
        guard
            case .opened(let id) = try await store.openIntent(
                try key(), kind: .book, about: Intent(seating: ""), now: now)
        else {
            Issue.record("not opened")
            return
        }
        try await store.close(id: id, state: state, reservationID: nil, now: now)
        #expect(try await store.entry(for: try key(), kind: .book)?.state == state)
        let again = try await store.openIntent(try key(), kind: .book, about: Intent(seating: ""), now: now)
        #expect((again == .exists) == stands)
    }

    @Test func ofManyAtOnceOneOpensTheIntent() async throws {
        let (home, now, key) = (home, now, try key())
        let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try await Store(home: home).openIntent(key, kind: .book, about: Intent(seating: ""), now: now)
                        != .exists
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(opened == 1)
    }

    /// Looking and writing are one step, for processes as for calls: each has a connection of its own.
    @Test func ofDifferentTablesThatEveningOneOpensTheIntent() async throws {
        let (home, now, key) = (home, now, try key())
        let claims = try await withThrowingTaskGroup(of: Store.IntentClaim.self) { group in
            for party in 1...12 {
                group.addTask {
                    var mine = key
                    mine.party = party
                    return try await Store(home: home).openIntent(
                        mine, kind: .book, about: Intent(seating: "", venueName: "Carbone"), now: now,
                        unless: { $0.isOpen && $0.key.venue == key.venue })
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let barred = claims.compactMap { if case .barred(let other) = $0 { other } else { nil } }
        #expect(barred.count == 11)
        #expect(Set(barred.map(\.id)).count == 1)
        #expect(barred.first?.about.venueName == "Carbone")
    }

    @Test func anotherAccountAndAnotherEveningAreNotAsked() async throws {
        _ = try await store.openIntent(try key(), kind: .book, about: Intent(seating: ""), now: now)
        var later = try key(party: 3)
        later.day = later.day.adding(days: 2)
        for free in [try key("b", party: 3), later] {
            let claim = try await store.openIntent(
                free, kind: .book, about: Intent(seating: ""), now: now, unless: { _ in true })
            guard case .opened = claim else {
                Issue.record("\(claim)")
                continue
            }
        }
    }

    private static let abouts: [Charge.About] = [
        .unreadable, .largeParty(from: 5), .words("A fee of $30 + tax applies.", isOfPayment: false),
        .words("A deposit.", isOfPayment: true), .besideTotal(9, total: nil),
        .besideTotal(nil, total: 40),
        .besideLateFee(3), .addOn(30), .addOn(nil), .serviceCharge(12), .serviceShare("20%"), .endlessTerms,
        .recorded("deposit of USD 40 for the party"),
    ]

    /// One amount and one line that said all of it: what the first version kept.
    @Test(arguments: [
        (
            #"{"kind":"cancellation","amount":25,"currency":"USD","basis":"guest","cut_off":900,"text":"cancellation fee of USD 25"}"#,
            Charge(.cancellation, 25, "USD", .guest, cutOff: Instant(seconds: 900), from: .terms)
        ),
        (
            #"{"kind":"unknown","amount":80,"currency":"USD","basis":"party","cut_off":null,"text":"deposit of USD 50; a fee"}"#,
            Charge(.unknown, 80, "USD", .party, about: .recorded("deposit of USD 50; a fee"), from: .terms)
        ),
    ])
    func aFeeOfTheFirstVersionIsReadable(stored: String, charge: Charge) throws {
        #expect(Charges(stored: try JSON(parsing: Array(stored.utf8))) == [charge])
        let terms = #"{"lines":["Be on time."],"fee":\#(stored),"cancel_by":900}"#
        let agreed = AgreedTerms(stored: try JSON(parsing: Array(terms.utf8)))
        #expect(agreed == AgreedTerms(lines: ["Be on time."], charges: [charge], cancelBy: Instant(seconds: 900)))
    }

    @Test func anIntentComesBackAsItWas() async throws {
        let intent = Intent(
            seating: "Patio", specialRequests: "quiet", zone: Zone(named: "America/New_York"), reservationID: 7,
            venueName: "Carbone",
            terms: AgreedTerms(
                lines: ["Be on time."],
                charges: Charges(
                    [
                        .stated(.deposit, 12.34, "USD", .guest, cutOff: now.adding(9)),
                        Charge(.cancellation, 30, "USD", .guest, isBeforeTax: true, from: .terms),
                    ] + Self.abouts.map { .unreckoned($0, "USD", cutOff: nil, from: .terms) }),
                cancelBy: now.adding(9)))
        guard case .opened(let id) = try await store.openIntent(try key(), kind: .cancel, about: intent, now: now)
        else {
            Issue.record("not opened")
            return
        }
        let entry = try #require(try await store.entry(for: try key(), kind: .cancel))
        #expect(entry.about == intent)
        #expect(entry.key == (try key()))
        #expect(entry.isOpen)
        let day = try #require(CalendarDay(iso: "2026-02-14"))
        #expect(try await store.standingEntries(account: "a", since: day).map(\.id) == [id])
        #expect(try await store.standingEntries(account: "a", since: day.adding(days: 1)).isEmpty)
        #expect(try await store.standingEntries(account: "b", since: day).isEmpty)
        try await store.close(id: id, state: .cancelled, reservationID: nil, now: now)
        #expect(try await store.standingEntries(account: "a", since: day).isEmpty)
    }

    @Test func aDatabaseOfTheVersionBeforeIsBroughtUpToDate() async throws {
        _ = try await store.openIntent(try key(), kind: .book, about: Intent(seating: "Patio"), now: now)
        do {
            let older = try Connection(path: home.database, busyMilliseconds: 0)
            try older.takeBackToSixth()
            try older.run("DROP INDEX journal_by_day")
            try older.run("DROP INDEX journal_by_reservation")
            try older.run("ALTER TABLE journal DROP COLUMN special_requests")
            try older.run("ALTER TABLE journal DROP COLUMN zone")
            try older.run("ALTER TABLE journal DROP COLUMN seen_at")
            try older.run("ALTER TABLE journal DROP COLUMN venue_name")
            try older.run("ALTER TABLE journal DROP COLUMN terms")
            try older.run("ALTER TABLE sign_ins DROP COLUMN succeeded")
            try older.run("PRAGMA user_version = 2")
        }
        let entry = try #require(try await Store(home: home).entry(for: try key(), kind: .book))
        #expect(entry.about == Intent(seating: "Patio"))
        #expect(entry.state == .intended)
    }

    // MARK: - Privacy

    @Test func anAccountIsNamedWithoutItsAddress() {
        #expect(AccountKey.of(email: "A@Example.com") == AccountKey.of(email: "a@example.com"))
        #expect(AccountKey.of(email: "b@example.com") != AccountKey.of(email: "a@example.com"))
        #expect(!AccountKey.of(email: "a@example.com").contains("example"))
    }
}
