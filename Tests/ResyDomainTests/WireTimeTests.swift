import Testing

@testable import ResyDomain

@Suite struct WireTimeTests {
    @Test(arguments: [
        ("2026-11-14 19:30:00", "2026-11-14", "19:30"), ("2026-11-14T19:30:00", "2026-11-14", "19:30"),
        ("2026-11-14 00:15", "2026-11-14", "00:15"),
    ])
    func readsAWallClock(text: String, day: String, time: String) throws {
        let read = try #require(WireTime.local(text))
        #expect(read.day.iso == day)
        #expect(read.time.clock == time)
    }

    @Test(arguments: [
        "", "2026-11-14", "2026-11-14 24:00:00", "2026-11-31 19:30:00", "2026-11-14 19:30:00Z", "2026-11-14_19:30:00",
        "2026-11-14 19:30:61", "2026-11-14 1:30:00 ", "2026-11-14 19:3:000", "２026-11-14 19:30:00",
    ])
    func isNilWhereItIsNoWallClock(text: String) {
        #expect(WireTime.local(text) == nil)
    }

    @Test(arguments: [
        ("2026-11-14T00:30:00Z", 1_794_616_200.0), ("2026-11-14 00:30:00Z", 1_794_616_200),
        ("2026-11-14T00:30:00+00:00", 1_794_616_200), ("2026-11-13T19:30:00-05:00", 1_794_616_200),
        ("2026-11-14T06:00:00+0530", 1_794_616_200), ("2026-11-14T01:30:00+01", 1_794_616_200),
        ("2026-11-14T00:30:00.500Z", 1_794_616_200.5), ("2026-11-14T00:30:00.123456789123Z", 1_794_616_200.123456789),
        ("2026-11-14 00:30:00", 1_794_616_200), ("2026-11-14T00:30:00", 1_794_616_200),
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2016-12-31T23:59:60Z", 1_483_228_799),
    ])
    func readsAMoment(text: String, seconds: Double) {
        #expect(WireTime.instant(text) == Instant(seconds: seconds))
    }

    @Test(arguments: [
        "", "2026-11-14T00:30:00.Z", "2026-11-14T00:30:00z0", "2026-11-14T00:30Z",
        "2026-11-14T00:30:00+24:00", "2026-11-14T00:30:00+5", "2026-11-14T00:30:00Zx", "2026-02-30T00:30:00Z",
        "2026-11-14T25:30:00Z", "2026-11-14T00:30:00 UTC",
    ])
    func isNilWhereItIsNoMoment(text: String) {
        #expect(WireTime.instant(text) == nil)
    }

    @Test func readsTheDateHeader() {
        #expect(WireTime.httpDate("Sat, 14 Nov 2026 00:30:00 GMT") == Instant(seconds: 1_794_616_200))
        #expect(WireTime.httpDate("Thu, 01 Jan 1970 00:00:00 GMT") == Instant(seconds: 0))
    }

    @Test(arguments: [
        "", "Sat, 14 Nov 2026 00:30:00", "Sat, 14 Nov 2026 00:30:00 EST", "Sat, 31 Nov 2026 00:30:00 GMT",
        "Saturday, 14-Nov-26 00:30:00 GMT", "Sat Nov 14 00:30:00 2026", "Sat, 14 Foo 2026 00:30:00 GMT",
        "Sat, 14 Nov 2026 0:30:00 GMT", "S t, 14 Nov 2026 00:30:00 GMT", "Sat; 14 Nov 2026 00:30:00 GMT",
        "Sat, 14-Nov 2026 00:30:00 GMT", "Sat, 14 Nov 2026 00:30:00  GMT",
    ])
    func isNilWhereItIsNoDateHeader(text: String) {
        #expect(WireTime.httpDate(text) == nil)
    }
}
