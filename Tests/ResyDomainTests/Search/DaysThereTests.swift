import Testing

@testable import ResyDomain

@Suite struct DaysThereTests {
    /// Sunday Nov 29, 23:11 in Chicago; Monday in New York and Tokyo.
    private static let now = Instant(seconds: 1_796_015_460)

    private func there(_ words: String, _ zone: String, hours: SearchHours? = nil) throws -> SearchDays? {
        let days = DaysThere(
            [words], hours: hours, now: Self.now, elsewhere: try #require(CalendarDay(iso: "2026-11-30")))
        var venue = Venue(id: 1, name: "Here")
        let known = try #require(Zone(named: zone))
        venue.zone = known
        return try days.there(venue)
    }

    @Test(arguments: [
        ("today", "America/Chicago", "2026-11-29"), ("today", "America/New_York", "2026-11-30"),
        ("today", "Asia/Tokyo", "2026-11-30"), ("sun", "America/Chicago", "2026-11-29"),
        ("sun", "Asia/Tokyo", "2026-12-06"), ("tomorrow", "America/Chicago", "2026-11-30"),
    ])
    func eachHasItsOwnToday(words: String, zone: String, day: String) throws {
        #expect(try there(words, zone)?.days.map(\.iso) == [day])
    }

    @Test func whatIsPastThereAloneIsNone() throws {
        #expect(try there("2026-11-29", "Asia/Tokyo") == nil)
        #expect(try there("2026-11-29", "America/Chicago")?.days.count == 1)
        #expect(throws: ResyError.self) { try there("someday", "Asia/Tokyo") }
    }

    @Test func aWeekdayWhoseHoursAreOverThereIsTheNext() throws {
        let hours = try SearchHours(preferred: try TimeText.parse("8pm"))
        #expect(try there("sun", "America/Chicago", hours: hours)?.days.map(\.iso) == ["2026-12-06"])
        #expect(try there("sun", "America/Chicago")?.later?.iso == "2026-12-06")
    }

    @Test func theFirstZoneWhereADayIsToComeCounts() throws {
        let days = DaysThere(["2026-11-29"], now: Self.now, elsewhere: try #require(CalendarDay(iso: "2026-11-30")))
        let zones = [Zone(named: "Asia/Tokyo"), Zone(named: "America/Chicago")]
        #expect(try days.first(of: zones).zone?.name == "America/Chicago")
        #expect(throws: ResyError.self) { try days.first(of: [zones[0]]) }
    }
}
