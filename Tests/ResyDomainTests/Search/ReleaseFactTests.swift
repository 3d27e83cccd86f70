import Testing

@testable import ResyDomain

@Suite struct ReleaseFactTests {
    private static func venue(_ zone: String?) -> Venue {
        var venue = Venue(id: 1, name: "Semma")
        venue.zone = zone.flatMap { Zone(named: $0) }
        return venue
    }

    private static func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private static func stated(
        _ day: String, zone: String? = "America/New_York", words: String? = nil, lead: Int? = nil, last: String? = nil,
        now: Double = 1_794_330_000
    ) throws -> [ReleaseFact] {
        ReleaseFact.stated(
            for: try self.day(day), of: venue(zone), words: words, leadDays: lead,
            lastDay: try last.map { try self.day($0) }, now: Instant(seconds: now))
    }

    /// On the restaurant's own clock, which may change between today and the release, or at it.
    @Test(arguments: [
        ("2026-12-01", "America/New_York", "14 days ahead at 9 AM", "2026-11-17T09:00:00-05:00"),
        ("2027-03-28", "America/New_York", "14 days ahead at 9 AM", "2027-03-14T09:00:00-04:00"),
        ("2027-03-28", "America/New_York", "14 days ahead at midnight", "2027-03-14T00:00:00-05:00"),
        // That hour is left out in spring.
        ("2027-03-28", "America/New_York", "14 days ahead at 2:30 AM", "2027-03-14T03:00:00-04:00"),
        // And comes twice in autumn: the first of the two.
        ("2027-11-21", "America/New_York", "14 days ahead at 1:30 AM", "2027-11-07T01:30:00-04:00"),
        ("2027-04-11", "Europe/Madrid", "14 days ahead at noon", "2027-03-28T12:00:00+02:00"),
        ("2026-12-01", "Asia/Tokyo", "14 days ahead at 10am", "2026-11-17T10:00:00+09:00"),
    ])
    func opensOnItsOwnClock(day: String, zone: String, words: String, expected: String) throws {
        let facts = try Self.stated(day, zone: zone, words: "Reservations open " + words)
        let fact = try #require(facts.first)
        #expect(facts.count == 1 && fact.source == .needToKnow && fact.daysAhead == 14)
        #expect(try Zone(named: zone)?.iso8601(#require(fact.opensAt)) == expected)
    }

    @Test func whatIsNotStatedIsNil() throws {
        let facts = try Self.stated(
            "2026-12-01", words: "Reservations open 14 days ahead.", lead: 13, last: "2026-11-24")
        #expect(facts.map(\.source) == [.needToKnow, .config, .calendar])
        #expect(facts.map(\.daysAhead) == [14, 13, 14])
        #expect(facts.allSatisfy { $0.time == nil && $0.opensAt == nil })
        #expect(try Self.stated("2026-12-01") == [])
    }

    @Test(arguments: [-1, 731, Int.max]) func aNumberThatIsNoneIsNoFact(lead: Int) throws {
        #expect(try Self.stated("2026-12-01", lead: lead).isEmpty)
    }

    @Test func aCalendarThatEndedIsNoFact() throws {
        #expect(try Self.stated("2026-12-01", last: "2026-11-09").isEmpty)
        #expect(try Self.stated("2026-12-01", last: "2026-11-10").map(\.daysAhead) == [0])
    }

    @Test func withoutAZoneThereIsNoMoment() throws {
        let fact = try #require(
            try Self.stated("2026-12-01", zone: nil, words: "Reservations open 14 days ahead at 9 AM").first)
        #expect(fact.time?.clock == "09:00" && fact.opensAt == nil)
    }

    /// Late in the evening of New York it is tomorrow by UTC, and not there.
    @Test func todayIsTodayThere() throws {
        let evening = 1_794_330_000.0 + 10 * 3600
        #expect(try Self.stated("2026-12-01", last: "2026-11-24", now: evening).map(\.daysAhead) == [14])
        #expect(
            try Self.stated("2026-12-01", zone: "Asia/Tokyo", last: "2026-11-24", now: evening).map(\.daysAhead) == [13]
        )
    }
}
