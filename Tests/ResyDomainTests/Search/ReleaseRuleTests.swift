import Testing

@testable import ResyDomain

@Suite struct ReleaseRuleTests {
    private static let now = Instant(seconds: 1_794_330_000)
    private static let newYork = Zone(named: "America/New_York")

    private static func read(_ text: String) -> ReleaseRule? { ReleaseRule(text, in: newYork, now: now) }

    /// A month that opens as a whole: its day and time.
    @Test(arguments: [
        (
            "Reservations for the following month are released on the first of each month at 10 AM.", 1, "10:00"
        ),
        ("Reservations for the following month open on the first of each month at 10 AM.", 1, "10:00"),
        ("Tables for the next calendar month are released on the 15th of every month.", 15, nil),
        ("Tables for each month are released on the 1st of the previous month at noon.", 1, "12:00"),
        ("Reservations for the next month go live on the first day of the month at 9 a.m.", 1, "09:00"),
    ])
    func readsMonths(text: String, day: Int, time: String?) {
        guard case .monthBefore(let month, let quote)? = Self.read("Smart casual. " + text + " Cash only.") else {
            Issue.record("\(String(describing: Self.read(text)))")
            return
        }
        #expect(month.day == day && month.time?.clock == time)
        #expect(text.hasPrefix(quote) && text.count - quote.count <= 1)
    }

    /// Quoted, and nothing is reckoned from it.
    @Test(arguments: [
        "Reservations are released on the 1st and 15th of each month for the following month.",
        "Reservations for the following 2 months open on the first of each month.",
        "Reservations are released every Monday at noon, 14 days ahead.",
        "Tables drop every Monday at noon.", "Reservations open one month in advance at 9 AM.",
        "Reservations for the following month are released on the first Monday of each month.",
    ])
    func quotesWhatItCannotReckon(text: String) {
        guard case .other(let quote)? = Self.read(text) else {
            Issue.record("\(String(describing: Self.read(text)))")
            return
        }
        #expect(text.hasPrefix(quote))
    }

    @Test(arguments: [
        "", "We are open every Monday.", "Closed on the first Monday of each month.", "Smart casual.",
        "Cancel 2 days in advance to avoid a fee.", "Live music on the first of each month.",
    ])
    func otherMattersAreNoRule(text: String) { #expect(Self.read(text) == nil) }

    /// What a large party is told apart is for nobody else, and no number of days for it.
    @Test(arguments: [
        ("Bookings open 30 days out at 7AM and 21 days for parties of 6 or more", 6),
        ("Reservations open 30 days ahead at 7 AM. Parties of 6 or more can book 21 days ahead.", 6),
        ("Reservations open 30 days ahead, groups of 8 guests or more by email.", 8),
    ])
    func aLargePartysRuleIsQuoted(text: String, size: Int) throws {
        let (zone, now) = (Self.newYork, Self.now)
        let small = try #require(ReleaseRule(text, for: size - 1, in: zone, now: now))
        #expect(small.isByDays && small.quote == nil)
        let large = try #require(ReleaseRule(text, for: size, in: zone, now: now))
        #expect(!large.isByDays && !large.isByMonths)
        #expect(large.quote.map { text.contains($0) && $0.contains(String(size)) } == true)
    }

    /// The days are stated; the time is too, and nobody can say which.
    @Test(arguments: [
        ("Reservations open 3 weeks in advance at 9AM PT.", 21), ("Reservations open 14 days ahead at 9.", 14),
        ("Reservations open 14 days ahead at 9 AM or 10 AM.", 14),
    ])
    func anUnclearTimeIsQuoted(text: String, days: Int) throws {
        let rule = try #require(Self.read(text))
        #expect(rule.isByDays && rule.isTimeUnclear)
        #expect(rule.quote == String(text.dropLast()))
        var venue = Venue(id: 1, name: "Semma")
        venue.zone = Self.newYork
        let facts = ReleaseFact.stated(
            for: try #require(CalendarDay(iso: "2027-01-09")), of: venue, words: text,
            leadDays: 20, lastDay: nil, now: Self.now)
        #expect(facts.map(\.daysAhead) == [days, 20])
        #expect(facts.map(\.isTimeUnclear) == [true, false] && facts.allSatisfy { $0.time == nil && $0.isReckoned })
    }

    @Test func daysAheadAreNoQuote() {
        #expect(Self.read("Reservations open 14 days ahead at 9 AM.")?.quote == nil)
    }

    /// For January 9 that is December 1, 39 days before; nothing is reckoned from the other sources.
    @Test func aMonthsRuleGivesItsOwnMoment() throws {
        var venue = Venue(id: 1, name: "Mensis")
        venue.zone = Self.newYork
        let wanted = try #require(CalendarDay(iso: "2027-01-09"))
        let facts = ReleaseFact.stated(
            for: wanted, of: venue,
            words: "Reservations for the following month are released on the first of each month at 10 AM.",
            leadDays: 30, lastDay: CalendarDay(iso: "2026-11-30"), now: Self.now)
        let own = try #require(facts.first)
        #expect(own.source == .needToKnow && own.daysAhead == 39 && own.time?.clock == "10:00")
        #expect(try venue.zone?.iso8601(#require(own.opensAt)) == "2026-12-01T10:00:00-05:00")
        #expect(facts.map(\.isReckoned) == [true, false, false])
        #expect(facts.dropFirst().allSatisfy { $0.opensAt == nil })
    }
}
