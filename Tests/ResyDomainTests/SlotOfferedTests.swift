import Testing

@testable import ResyDomain

@Suite struct SlotOfferedTests {
    let evening = CalendarDay(iso: "2026-02-14")!
    let zone = Zone(named: "America/New_York")!

    @Test func whatIsPastIsNotOffered() throws {
        let slots = [slot("17:00"), slot("19:00"), slot("19:15"), slot("+00:30")]
        let seven = zone.instant(evening, TimeOfDay(clock: "19:00")!)
        #expect(clocks(slots.offered(for: evening, in: zone, at: seven)) == ["19:00", "19:15", "00:30"])
        #expect(clocks(slots.offered(for: evening, in: zone, at: seven.adding(1))) == ["19:15", "00:30"])
        let late = zone.instant(evening.adding(days: 1), TimeOfDay(clock: "00:10")!)
        #expect(clocks(slots.offered(for: evening, in: zone, at: late)) == ["00:30"])
        // Noon in New York is five in the afternoon in London.
        let london = Zone(named: "Europe/London")
        let noon = zone.instant(evening, TimeOfDay(clock: "12:01")!)
        #expect(clocks(slots.offered(for: evening, in: london, at: noon)) == ["19:00", "19:15", "00:30"])
    }

    @Test func withoutAZoneNothingIsPast() {
        let slots = [slot("17:00"), slot("+00:30")]
        #expect(slots.offered(for: evening, in: nil, at: Instant(seconds: 4e9)) == slots)
    }

    /// `make_reservation` reads such a time as the night after, so no list may show it as one to book.
    @Test(arguments: ["00:00", "00:30", "04:59"]) func theDaysOwnSmallHoursAreForTheLink(time: String) throws {
        let slots = [slot(time), slot("05:00"), slot("+\(time)")]
        let offered = slots.offered(for: evening, in: zone, at: Instant(seconds: 0))
        #expect(offered.map(\.isBookable) == [false, true, true])
        let reason = try #require(offered[0].obstacle)
        #expect(reason.words.contains("Sat Feb 14 itself") && reason.words.contains("Resy's own site"))

        let preference = SlotPreference(evening: evening, party: 2)
        let clock = try #require(TimeOfDay(clock: time))
        #expect(
            preference.choose(from: offered, at: clock, seating: SeatingWish(nil)) == .slot(offered[2], because: nil))
        #expect(
            preference.choose(from: Array(offered.dropLast()), at: clock, seating: SeatingWish(nil))
                == .notBookable(reason))
        #expect(preference.nearest(offered, to: TimeOfDay(clock: "06:00")!, limit: 9).allSatisfy { $0 != offered[0] })
    }

    @Test func anObstacleThatIsKnownStays() {
        var early = slot("04:30")
        early.obstacle = .onTock
        #expect([early].offered(for: evening, in: zone, at: Instant(seconds: 0)) == [early])
    }

    private func clocks(_ slots: [Slot]) -> [String] { slots.map(\.time.clock) }

    private func slot(_ time: String) -> Slot {
        let isNextDay = time.hasPrefix("+")
        return Slot(
            token: "rgs://\(time)", day: evening.adding(days: isNextDay ? 1 : 0),
            time: TimeOfDay(clock: isNextDay ? time.dropFirst() : time[...])!, seating: "Booth", obstacle: nil,
            charges: []
        )
    }
}
