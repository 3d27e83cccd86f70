import Foundation
import Testing

@testable import ResyDomain

@Suite struct ZoneTests {
    /// What Python's zoneinfo says for 33 zones, around every change of the clock.
    @Test func agreesWithTheWholeZoneFiles() throws {
        for row in try rows("offsets") {
            let zone = try #require(Zone(named: String(row[0])), "\(row[0])")
            let instant = Instant(seconds: try #require(Double(row[1])))
            #expect(zone.offset(at: instant) == Int(row[2]), "\(row)")
        }
    }

    @Test func everyNameHasItsRule() throws {
        let (january, july) = (1_799_971_200.0, 1_815_609_600.0)
        for row in try rows("halves") {
            let zone = try #require(Zone(named: String(row[0])), "\(row[0])")
            #expect(zone.offset(at: Instant(seconds: january)) == Int(row[1]), "\(row)")
            #expect(zone.offset(at: Instant(seconds: july)) == Int(row[2]), "\(row)")
        }
    }

    @Test(arguments: [
        ("EST5EDT", "America/New_York"), ("CST6CDT", "America/Chicago"), ("MST7MDT", "America/Denver"),
        ("PST8PDT", "America/Los_Angeles"), ("US/Eastern", "US/Eastern"), ("Europe/Madrid", "Europe/Madrid"),
    ])
    func legacyNamesArriveAsPlaces(given: String, name: String) {
        #expect(Zone(named: given)?.name == name)
    }

    @Test(arguments: [
        "", " ", "America", "America/", "New_York", "america/new_york", "America/New_York ", "Mars/Olympus",
        "UTC Etc/UTC", "/etc/passwd", "../UTC", "Factory",
    ])
    func anUnknownNameIsNil(name: String) {
        #expect(Zone(named: name) == nil)
    }

    @Test(arguments: [
        // zone, wall clock, moment as ISO 8601
        ("America/New_York", "2026-02-14", "19:30", "2026-02-14T19:30:00-05:00"),
        ("America/New_York", "2026-07-04", "19:30", "2026-07-04T19:30:00-04:00"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"),
        ("America/New_York", "2026-11-01", "02:00", "2026-11-01T02:00:00-05:00"),
        ("America/New_York", "2026-03-08", "01:59", "2026-03-08T01:59:00-05:00"),
        ("America/New_York", "2026-03-08", "02:00", "2026-03-08T03:00:00-04:00"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T03:00:00-04:00"),
        ("America/New_York", "2026-03-08", "03:00", "2026-03-08T03:00:00-04:00"),
        ("Europe/London", "2026-03-29", "01:15", "2026-03-29T02:00:00+01:00"),
        ("Europe/Dublin", "2026-03-29", "01:15", "2026-03-29T02:00:00+01:00"),
        ("Europe/Dublin", "2026-10-25", "01:15", "2026-10-25T01:15:00+01:00"),
        ("Australia/Sydney", "2026-10-04", "02:30", "2026-10-04T03:00:00+11:00"),
        ("Australia/Sydney", "2026-04-05", "02:30", "2026-04-05T02:30:00+11:00"),
        ("Australia/Sydney", "2027-01-01", "00:00", "2027-01-01T00:00:00+11:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:30:00+11:00"),
        ("America/Nuuk", "2026-03-28", "23:10", "2026-03-29T00:00:00-01:00"),
        ("Asia/Kolkata", "2026-02-14", "19:30", "2026-02-14T19:30:00+05:30"),
        ("America/Phoenix", "2026-07-04", "19:30", "2026-07-04T19:30:00-07:00"),
        ("UTC", "2026-07-04", "19:30", "2026-07-04T19:30:00+00:00"),
    ])
    func aWallClockIsOneMoment(name: String, day: String, time: String, iso: String) throws {
        let zone = try #require(Zone(named: name))
        let instant = zone.instant(try #require(CalendarDay(iso: day)), try #require(TimeOfDay(clock: time)))
        #expect(zone.iso8601(instant) == iso)
    }

    @Test func everyHourOfAYearComesBack() throws {
        for name in ["America/New_York", "Europe/Dublin", "Australia/Sydney", "Asia/Kathmandu"] {
            let zone = try #require(Zone(named: name))
            for hour in 0..<8760 {
                let instant = Instant(seconds: 1_767_225_600 + Double(hour) * 3600)
                let local = zone.local(instant)
                let back = zone.instant(local.day, local.time)
                // The second of two equal hours comes back as the first.
                #expect(back == instant || back == instant.adding(-3600), "\(name) \(zone.iso8601(instant))")
                #expect(zone.local(back) == local)
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func noMomentIsTooFar(seconds: Double) throws {
        let zone = try #require(Zone(named: "America/New_York"))
        #expect(!zone.iso8601(Instant(seconds: seconds)).isEmpty)
    }

    private func rows(_ name: String) throws -> [[Substring]] {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures/zones"))
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",") }
        try #require(rows.count > 500)
        return rows
    }
}
