import Testing

@testable import ResyDomain

/// A date and a time that stand beside each other.
@Suite struct SaidDayTimeTests {
    /// A Sunday.
    let today = CalendarDay(iso: "2026-11-29")!

    private func wish(_ date: String, _ time: String) throws -> TimeWish? {
        let said = try DateText.read(date, today: today)
        return try said.wish(beside: time.isEmpty ? nil : try TimeText.parse(time, part: said.part))
    }

    @Test(arguments: [
        ("Saturday", "7pm", "19:00"), ("2026-12-05T19:30", "7:30", "19:30"), ("Saturday 7pm", "7", "19:00"),
        ("2026-12-05T19:30", "", "19:30"), ("2026-12-05T00:00", "7pm", "19:00"), ("Saturday 7", "7 pm", "19:00"),
        ("Saturday night", "12:30", "00:30"), ("Saturday night", "1am", "01:00"), ("Saturday dinner", "9:00", "21:00"),
        ("Saturday night", "19:30", "19:30"), ("tomorrow morning", "9", "09:00"), ("Saturday lunch", "12:30", "12:30"),
        ("Saturday 1am", "1am", "01:00"), ("tonight", "midnight", "00:00"), ("Saturday evening", "5pm", "17:00"),
        ("Saturday", "1 in the morning", "01:00"), ("Saturday noon", "12", "12:00"),
    ])
    func meanOneTime(date: String, time: String, clock: String) throws {
        #expect(try wish(date, time)?.readings.map(\.clock) == [clock])
    }

    @Test func aDaysFirstMomentIsNoTime() throws {
        #expect(try wish("2026-12-05T00:00:00", "") == nil)
    }

    @Test(arguments: [
        ("2026-12-05T00:30", "00:30"), ("2026-12-05T00:30", "12:30"), ("2026-12-05T00:30", ""),
        ("2026-12-05 00:30", "00:30"), ("2026-12-05 00:30:00", ""),
        ("2026-12-05T00:00", "midnight"), ("Saturday morning", "1am"), ("Saturday morning", "1:00"),
        ("early Saturday morning", "12:30 am"),
    ])
    func aMomentPastMidnightIsTheCalendars(date: String, time: String) {
        let conflict = #expect(throws: SaidDay.Conflict.self) { try wish(date, time) }
        guard case .smallHours? = conflict else {
            Issue.record("\(String(describing: conflict))")
            return
        }
    }

    @Test(arguments: [
        ("Saturday night", "7:30am"), ("tonight", "08:00"), ("tomorrow morning", "7:30pm"), ("Saturday dinner", "8 am"),
        ("Saturday breakfast", "7pm"), ("Saturday lunch", "1am"), ("Saturday noon", "00:30"),
        ("2026-12-05T19:00", "21:00"), ("Saturday 11pm", "1am"), ("Saturday night 7:30am", ""),
    ])
    func contradictEachOther(date: String, time: String) throws {
        let conflict = try #require(throws: SaidDay.Conflict.self) { try wish(date, time) }
        let error = try #require(ContradictingTime(conflict, date: date, time: time.isEmpty ? nil : time))
        #expect(error.message.contains("“\(date)”") && (time.isEmpty || error.message.contains("“\(time)")))
    }

    @Test(arguments: [
        ("7:30 pm ET", "7:30 pm", "America/New_York", true), ("7 EST", "7", "America/New_York", true),
        ("7pm PST", "7pm", "America/New_York", false), ("7pm Eastern time", "7pm", "America/Chicago", false),
        ("7pm CT", "7pm", "America/Chicago", true), ("7pm MST", "7pm", "America/Phoenix", true),
    ])
    func aZoneMustBeTheRestaurants(text: String, time: String, name: String, isThere: Bool) throws {
        let (clock, zone) = SpokenZone.split(text)
        #expect(clock == time)
        let there = try #require(Zone(named: name))
        #expect(zone?.isClock(of: there, near: Instant(seconds: 1_780_000_000)) == isThere)
        #expect(SpokenZone.split("half past seven").zone == nil)
    }
}
