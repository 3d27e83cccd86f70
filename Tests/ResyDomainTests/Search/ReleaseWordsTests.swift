import Testing

@testable import ResyDomain

@Suite struct ReleaseWordsTests {
    private static let now = Instant(seconds: 1_794_330_000)
    private static let newYork = Zone(named: "America/New_York")

    private static func read(_ text: String, in zone: Zone? = newYork) -> String? {
        ReleaseWords(text, in: zone, now: now).map { "\($0.daysAhead) \($0.time?.clock ?? "-")" }
    }

    /// Days, and the time or `-`.
    @Test(arguments: [
        ("Reservations open 14 days ahead at 9 AM.", "14 09:00"),
        ("Reservations are released 30 days in advance at 10:00 a.m.", "30 10:00"),
        ("Tables are released 30 days in advance at 10:00 a.m. Please arrive on time.", "30 10:00"),
        ("We release tables two weeks in advance at noon.", "14 12:00"),
        ("21 days out, daily at 9am EST", "21 09:00"),
        ("Tables drop 21 days out, daily at 9am EST.", "21 09:00"),
        ("Reservations can be made up to 60 days in advance.", "60 -"),
        ("up to 60 days in advance", "60 -"),
        ("New tables at midnight, 28 days ahead.", "28 00:00"),
        ("Reservations open at midnight, 28 days ahead", "28 00:00"),
        ("Reservations go live 15 days in advance at 9:00 AM ET.", "15 09:00"),
        ("RESERVATIONS ARE RELEASED 7 DAYS OUT AT 12PM", "7 12:00"),
        ("Bookings open thirty (30) days in advance at 10 a.m.", "30 10:00"),
        ("Bookings open twenty-one days ahead at 7:30 a.m. EST", "21 07:30"),
        ("Reservations open one week ahead at 10am", "7 10:00"),
        ("Reservations open a week in advance at 10am", "7 10:00"),
        ("Reservations are available on a rolling 30-day basis.", "30 -"),
        ("We have a 28 day booking window; reservations open at 10am daily.", "28 10:00"),
        ("Reservations open 14 days ahead. New tables are released every day at 9 AM.", "14 09:00"),
        ("Reservations open 14 days ahead at 9 AM, cancel at least 24 hours ahead.", "14 09:00"),
        ("Reservations open 14 days ahead at 9 AM and must be cancelled 2 days in advance.", "14 09:00"),
        ("Reservations open 14 days ahead at 9 AM. Cancel 2 days in advance or pay $25 per guest.", "14 09:00"),
        ("Reservations open 14 days ahead at 9 AM. Parties of 8 must book 7 days ahead.", "14 09:00"),
        ("Reservations for parties of 1 to 6 open 14 days ahead at 9am.", "14 09:00"),
        ("Reservations for up to 6 guests are released 14 days in advance at 9am.", "14 09:00"),
        ("Reservations cannot be made more than 30 days in advance.", "30 -"),
        ("We take reservations no more than 14 days in advance.", "14 -"),
        ("Please note: reservations are released 20 days in advance at 9 AM.", "20 09:00"),
        ("Tables are released 14 days prior at 10:00.", "14 -"),
        ("Tables are released 14 days prior at 09:00.", "14 09:00"),
        ("Tables are released 14 days prior at 17:30.", "14 17:30"),
        ("Reservations are released 14 days from today at 10 AM.", "14 10:00"),
        ("Dinner is served from 5pm to 10pm. Reservations open 14 days ahead.", "14 -"),
        ("We open daily at 5pm. Reservations open 14 days ahead at 9am.", "14 09:00"),
        ("The restaurant opens at 5pm, reservations open 14 days ahead.", "14 -"),
        ("Reservations open 14 days ahead at 9am or 10am.", "14 -"),
        ("Reservations open 30 days ahead. Reservations can be made up to 30 days in advance at 10 AM.", "30 10:00"),
        ("Our books open 2 weeks in advance – at 10 AM daily.", "14 10:00"),
        ("The omakase is released 14 days in advance at 12:00 noon.", "14 12:00"),
        ("Reservations open 14 days in advance at 9am PST.", "14 -"),
        ("Guests may book up to 30 days in advance.", "30 -"),
        ("Reservations open 14 days ahead at 9 AM, and we are closed on Mondays.", "14 09:00"),
        ("Reservations are available 28 days out, with new tables released daily at 10 a.m.", "28 10:00"),
        ("Reservations open at 10 a.m. EST, 13 days in advance.", "13 10:00"),
        ("Tables open 14 days ahead at 9 AM. Remaining tables are released daily at 3 PM.", "14 09:00"),
        ("We take reservations 14 days ahead. We open daily at 5pm.", "14 -"),
        ("Days open 14 days ahead; the terrace is heated.", "14 -"),
        ("Reservations open 14 calendar days in advance, at exactly 9 o'clock AM", "14 -"),
    ])
    func reads(text: String, expected: String) {
        #expect(Self.read(text) == expected)
    }

    @Test(arguments: [
        "", "Smart casual. No large bags.", "Reservations recommended.",
        "Reservations open one month in advance at 9 AM.", "Reservations are released two months ahead.",
        "Reservations for the following month open on the first of each month at 10 AM.",
        "Reservations are released on the 1st of every month, 30 days in advance.",
        "Reservations are released every Monday at noon, 14 days ahead.",
        "Cancel 2 days in advance to avoid a fee.", "Cancellations must be made 2 days in advance.",
        "Please cancel or change your reservation 2 days ahead.", "Refunds up to 3 days in advance.",
        "A $25 fee is charged for reservations cancelled 2 days in advance.",
        "Parties of 8 must book 7 days ahead.", "For parties of 7 or more, reservations open 60 days in advance.",
        "Large party reservations are released 60 days in advance at 10 AM.",
        "Reservations for 8+ guests open 30 days ahead.",
        "Private dining reservations are available 90 days in advance.",
        "Reservations must be made at least 2 days in advance.", "We require 2 days advance notice for reservations.",
        "We recommend booking two weeks in advance.", "Please book 3 days ahead.",
        "We often book up 2 weeks in advance.",
        "Tables sell out 14 days in advance.", "Reservations open about 30 days in advance at 10 AM.",
        "Reservations are usually released 14 days ahead.", "Reservations open 14-21 days in advance.",
        "Reservations open 2 to 3 weeks in advance at 9 AM.", "Reservations are not available 14 days ahead.",
        "We do not take reservations 14 days in advance.",
        "For reservations more than 30 days in advance, write to us.",
        "Dining room reservations open 30 days ahead, the bar 14 days ahead.",
        "Bar seats open 7 days ahead at 10 AM. Dining room reservations open 14 days ahead at 10 AM.",
        "Lunch reservations open 7 days ahead, dinner reservations open 14 days ahead.",
        "Bar reservations open 7 days ahead at 10 AM.", "Patio tables are released 3 days in advance.",
        "Reservations open 14 days ahead at 9 AM. Reservations can be made up to 30 days in advance.",
        "Order whole ducks 2 days in advance at noon.", "Reservations open 48 hours ahead.",
        "Reservations open 5 business days in advance.", "Reservations open 0 days ahead.",
        "Reservations open 999 days ahead.", "American Express members book 30 days in advance.",
        "We were booking 30 days in advance.", "We are open 7 days a week.", "Open 7 days, at 9am.",
        "We're two weeks out from our grand opening!", "Call 2 days ahead to reserve.",
        "If you reserve 14 days in advance, dessert is on us.",
    ])
    func saysNothing(text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test(arguments: [
        ("Europe/London", "Reservations open 28 days ahead at 10am GMT", "28 10:00"),
        ("Europe/London", "Reservations open 28 days ahead at 10am BST", "28 10:00"),
        ("Europe/Madrid", "Reservations open 28 days ahead at 10am CET", "28 10:00"),
        ("Europe/Madrid", "Reservations open 28 days ahead at 10am GMT", "28 -"),
        ("America/Los_Angeles", "Reservations open 28 days ahead at 10am PT", "28 10:00"),
        ("America/Los_Angeles", "Reservations open 28 days ahead at 10am Eastern", "28 -"),
        ("America/New_York", "Reservations open 28 days ahead at 10am UTC", "28 -"),
    ])
    func aClockOfAnotherZoneIsUnclear(zone: String, text: String, expected: String) {
        #expect(Self.read(text, in: Zone(named: zone)) == expected)
    }

    @Test func ofAnUnknownZoneTheClockIsItsOwn() {
        #expect(Self.read("Reservations open 28 days ahead at 10am ET", in: nil) == "28 10:00")
    }

    /// Nothing in it traps, whatever a page holds.
    @Test(arguments: [
        "(", "9.", "a.m.", "14 days", "days ahead 14", "()())", "9:", ":9", "14 days in", "-", "30 (30",
        "١٤ days ahead open",
    ])
    func oddTextsDoNoHarm(text: String) {
        _ = Self.read(text)
        _ = Self.read(String(repeating: text + " ", count: 400))
    }
}
