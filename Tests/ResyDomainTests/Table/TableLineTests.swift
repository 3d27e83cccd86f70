import Testing

@testable import ResyDomain

struct TableLineTests {
    private let evening = CalendarDay(iso: "2026-12-04")!
    private let zone = Zone(named: "America/New_York")!
    private var now: Instant { zone.instant(evening.adding(days: -3), TimeOfDay(clock: "12:00")!) }

    private func moment(_ time: String) -> Instant { zone.instant(evening, TimeOfDay(clock: time)!) }

    private func slot(_ time: String, until: Instant?) -> Slot {
        Slot(
            token: "rgs://x", day: evening, time: TimeOfDay(clock: time)!, seating: "Bar", obstacle: nil,
            charges: [Charge(.cancellation, Amount(50), "USD", .guest, cutOff: until, from: .tables)])
    }

    private func lines(_ slots: [Slot], now: Instant? = nil) -> [TableLine] {
        TableLine.all(of: slots, among: slots, in: zone, now: now ?? self.now)
    }

    @Test func oneMomentForAllIsOneLine() {
        let noon = moment("12:00")
        let lines = lines(["18:00", "18:15", "21:45"].map { slot($0, until: noon) })
        #expect(lines.map(\.kind.ending) == [.until(noon)])
        #expect(lines.first?.slots.count == 3)
    }

    @Test func momentsOfTheirOwnAreHoursBefore() {
        let lines = lines(["18:00", "19:00"].map { slot($0, until: moment($0).adding(-86_400)) })
        #expect(lines.map(\.kind.ending) == [.before(hours: 24)])
    }

    @Test func whatIsPastIsPast() {
        let late = moment("13:00")
        let lines = lines([slot("18:00", until: moment("12:00")), slot("19:00", until: moment("14:00"))], now: late)
        #expect(lines.map(\.kind.ending) == [.over, .until(moment("14:00"))])
        #expect(self.lines([slot("18:00", until: nil)]).map(\.kind.ending) == [.notStated])
    }
}
