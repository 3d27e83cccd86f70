import Testing

@testable import ResyDomain

@Suite struct ZoneRuleTests {
    @Test(arguments: [
        ("UTC0", 0), ("EST5", -18_000), ("<+03>-3", 10_800), ("<-0330>3:30", -12_600), ("<+0545>-5:45:15", 20_715),
        ("EST+5", -18_000),
    ])
    func readsAFixedOffset(posix: String, offset: Int) {
        #expect(ZoneRule(posix: posix) == ZoneRule(standard: offset, summer: nil))
    }

    @Test func readsEveryFormOfAChange() throws {
        let rule = try #require(ZoneRule(posix: "AAA3BBB2:30,J60/-1:30,59/25"))
        #expect(rule.standard == -10_800)
        #expect(rule.summer?.offset == -9000)
        #expect(rule.summer?.start == .init(day: .julian(60), time: -5400))
        #expect(rule.summer?.end == .init(day: .ordinal(59), time: 90_000))
    }

    @Test func summerIsAnHourAheadUnlessSaid() {
        #expect(ZoneRule(posix: "EST5EDT,M3.2.0,M11.1.0")?.summer?.offset == -14_400)
    }

    /// Day 60 without leap days is always March 1; counted from 0, day 59 is February 29 in a leap year.
    @Test func leapDaysCountInOneFormOnly() {
        let march = { (day: ZoneRule.Change.Day, year: Int) in
            CalendarDay(daysSince1970: ZoneRule.Change(day: day, time: 0).local(in: year) / 86_400).iso
        }
        #expect(march(.julian(60), 2027) == "2027-03-01")
        #expect(march(.julian(60), 2028) == "2028-03-01")
        #expect(march(.julian(59), 2028) == "2028-02-28")
        #expect(march(.ordinal(59), 2027) == "2027-03-01")
        #expect(march(.ordinal(59), 2028) == "2028-02-29")
    }

    @Test(arguments: [
        (3, 5, 0, 2026, "2026-03-29"), (3, 5, 0, 2027, "2027-03-28"), (2, 5, 6, 2026, "2026-02-28"),
        (3, 2, 0, 2026, "2026-03-08"), (11, 1, 0, 2026, "2026-11-01"), (10, 4, 4, 2026, "2026-10-22"),
    ])
    func weekdaysAreCountedInTheMonth(month: Int, week: Int, weekday: Int, year: Int, iso: String) {
        let change = ZoneRule.Change(day: .weekday(month: month, week: week, weekday: weekday), time: 0)
        #expect(CalendarDay(daysSince1970: change.local(in: year) / 86_400).iso == iso)
    }

    @Test(arguments: [
        "", "5", "EST", "ES5", "<+03-3", "<+03>", "EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
        "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,", "EST5EDT,J0,J1",
        "EST5EDT,J366,J1",
        "EST168", "EST5:60", "EST5EDT,M3.2.0/,M11.1.0", "EST5 ", "Ünï5",
    ])
    func refusesWhatIsNotARule(posix: String) {
        #expect(ZoneRule(posix: posix) == nil)
    }
}
