import Testing

@testable import ResyDomain

@Suite struct EveningTests {
    @Test(arguments: [("19:00", 1140), ("00:00", 1440), ("00:30", 1470), ("04:59", 1739), ("05:00", 300)])
    func timesPastMidnightComeLast(time: String, minutes: Int) throws {
        #expect(Evening.minutes(of: try #require(TimeOfDay(clock: time))) == minutes)
    }

    @Test func anotherYearIsNamed() throws {
        let (day, time) = (try #require(CalendarDay(iso: "2027-01-01")), TimeOfDay(minutesAfterMidnight: 30))
        let eve = day.adding(days: -1)
        #expect(Evening.spoken(day, time, of: day, from: day) == "Fri Jan 1, 12:30 AM")
        #expect(
            Evening.spoken(day, time, of: eve, from: eve)
                == "Fri Jan 1, 2027, 12:30 AM (the night of Thu Dec 31)")
        #expect(
            Evening.spoken(day, time, of: eve, from: day)
                == "Fri Jan 1, 12:30 AM (the night of Thu Dec 31, 2026)")
        #expect(day.spoken(from: nil) == "Fri Jan 1")
    }

    @Test(arguments: [
        ("19:00", "2026-03-01"), ("00:30", "2026-02-28"), ("04:59", "2026-02-28"), ("05:00", "2026-03-01"),
    ])
    func aTablePastMidnightIsOfTheDayBefore(time: String, evening: String) throws {
        let day = try #require(CalendarDay(iso: "2026-03-01"))
        #expect(Evening.day(of: day, try #require(TimeOfDay(clock: time))).iso == evening)
    }
}
