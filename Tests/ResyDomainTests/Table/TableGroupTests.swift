import Testing

@testable import ResyDomain

struct TableGroupTests {
    private let evening = CalendarDay(iso: "2026-12-04")!
    private let zone = Zone(named: "America/New_York")!

    private func slot(
        _ time: String, _ seating: String = "Bar", day: String = "2026-12-04", _ charges: Charges = [],
        _ obstacle: Slot.Obstacle? = nil
    ) -> Slot {
        Slot(
            token: "rgs://x", day: CalendarDay(iso: day)!, time: TimeOfDay(clock: time)!, seating: seating,
            obstacle: obstacle, charges: charges)
    }

    /// A late fee that is free until so many hours before that time.
    private func late(_ time: String, hours: Double) -> Charges {
        let start = zone.instant(evening, TimeOfDay(clock: time)!)
        return [
            Charge(
                .cancellation, Amount(50), "USD", .guest, cutOff: start.adding(-hours * 3600), from: .tables)
        ]
    }

    @Test func timesThatDifferInNothingElseStandTogether() {
        let groups = TableGroup.all(
            of: [
                slot("19:00"), slot("18:00"), slot("18:00"), slot("19:00", "Patio"),
                slot("00:30", day: "2026-12-05"), slot("20:00", "Bar", day: "2026-12-04", [], .captcha),
            ], in: zone)
        #expect(groups.map { $0.times.map(\.clock) } == [["18:00", "19:00"], ["19:00"], ["00:30"], ["20:00"]])
        #expect(groups.map(\.seating) == ["Bar", "Patio", "Bar", "Bar"])
        #expect(groups.map(\.isBookable) == [true, true, true, false])
    }

    @Test func aWayOutIsMeasuredFromTheTable() {
        let same = [slot("18:00", late("18:00", hours: 24)), slot("19:00", late("19:00", hours: 24))]
        #expect(TableGroup.all(of: same, in: zone).map(\.freeHours) == [24])
        // One moment for all: the hours before the last are true of each.
        let fixed = [slot("18:00", late("18:00", hours: 24)), slot("19:00", late("18:00", hours: 24))]
        #expect(TableGroup.all(of: fixed, in: zone).map(\.freeHours) == [25])
        #expect(TableGroup.all(of: fixed, in: zone).map(\.freeUntil) == [late("18:00", hours: 24).freeUntil])
        #expect(TableGroup.all(of: Array(fixed.suffix(1)), in: zone).map(\.freeUntil) == [nil])
        let apart = [slot("18:00", late("18:00", hours: 24)), slot("19:00", late("19:00", hours: 3))]
        #expect(TableGroup.all(of: apart, in: zone).map(\.freeHours) == [24, 3])
        #expect(TableGroup.all(of: fixed, in: nil).map(\.freeHours) == [nil])
    }

    private func slot(_ time: String, _ charges: Charges) -> Slot { slot(time, "Bar", day: "2026-12-04", charges) }

    @Test func whatHasNoTokenIsBlocked() {
        var shown = slot("18:00")
        shown.token = nil
        #expect(TableGroup.all(of: [shown], in: zone).first?.obstacle == .noToken)
    }
}
