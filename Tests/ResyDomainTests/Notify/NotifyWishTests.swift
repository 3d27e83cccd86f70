import Testing

@testable import ResyDomain

@Suite struct NotifyWishTests {
    /// Tuesday, noon in New York.
    private static let now = Instant(seconds: 1_794_330_000)
    private static let venue: Venue = {
        var venue = Venue(id: 7, name: "Grill")
        venue.zone = Zone(named: "America/New_York")
        return venue
    }()
    private static let day = CalendarDay(iso: "2026-11-14")!
    private static let dinner = NotifyHours(
        service: 2, from: (day, TimeOfDay(clock: "17:00")!), until: (day, TimeOfDay(clock: "22:00")!), step: 30)!

    private static func read(_ date: String, _ earliest: String?, _ latest: String?) throws -> [String] {
        let wish = NotifyWish(restaurant: "Grill", date: date, earliest: earliest, latest: latest)
        let evening = try WantedEvening.read(date: date, time: nil, at: venue, now: now)
        let hours = try wish.minutes(of: evening, over: [dinner], at: venue, now: now)
        return [hours.from, hours.until].map { $0.map { TimeOfDay(minutesAfterMidnight: $0).clock } ?? "-" }
    }

    @Test func timesAreReadByTheHoursOfTheRestaurant() throws {
        #expect(try Self.read("Saturday", "6pm", "21:00") == ["18:00", "21:00"])
        // Morning or evening: the house serves dinner.
        #expect(try Self.read("Saturday", "7", nil) == ["19:00", "-"])
        #expect(try Self.read("Saturday", nil, "9:30") == ["-", "21:30"])
        #expect(try Self.read("Saturday", nil, nil) == ["-", "-"])
        #expect(try Self.read("Saturday at 7pm", nil, nil) == ["18:00", "20:00"])
    }

    @Test func hoursTheWrongWayRoundAreRefused() {
        #expect(throws: ResyError.self) { try Self.read("Saturday", "9pm", "6pm") }
        #expect(throws: ResyError.self) { try Self.read("Saturday", "late-ish", nil) }
    }
}
