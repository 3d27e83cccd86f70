import Testing

@testable import ResyDomain

@Suite struct FoundLineTests {
    private static let friday = CalendarDay(daysSince1970: 20_497)
    private static let zone = Zone(named: "America/New_York")
    private static let now = Instant(seconds: Double(20_490 * 86_400))

    private static func slot(_ hour: Int, on day: CalendarDay, fee: Double? = nil, until: (Int, Int)? = nil) -> Slot {
        var charges = Charges()
        if let fee {
            var charge = Charge(.cancellation, Amount(fee), "USD", .guest, from: .tables)
            charge.cutOff = until.flatMap { days, hour in
                zone?.instant(day.adding(days: days), TimeOfDay(minutesAfterMidnight: hour * 60))
            }
            charges = [charge]
        }
        return Slot(
            token: "t", day: day, time: TimeOfDay(minutesAfterMidnight: hour * 60), seating: "Room", obstacle: nil,
            charges: charges)
    }

    private static func ending(_ evenings: [FoundEvening]) -> [TableLine.Ending] {
        FoundLine.all(of: evenings, in: zone, now: now).map(\.ending)
    }

    /// Seating and price over several evenings stand together.
    @Test func whatCostsTheSameIsOneLine() {
        let saturday = Self.friday.adding(days: 1)
        let lines = FoundLine.all(
            of: [
                FoundEvening(
                    day: Self.friday, slots: [Self.slot(20, on: Self.friday), Self.slot(19, on: Self.friday, fee: 50)]),
                FoundEvening(day: saturday, slots: [Self.slot(20, on: saturday), Self.slot(21, on: saturday)]),
            ], in: Self.zone, now: Self.now)
        #expect(lines.map { $0.evenings.map(\.slots.count) } == [[1, 2], [1]])
        #expect(lines.map(\.charges.isEmpty) == [true, false])
        #expect(lines.map(\.ending) == [.notStated, .notStated])
    }

    @Test func oneMomentOfOneEveningIsTold() throws {
        let until = try #require(
            Self.zone?.instant(Self.friday.adding(days: -1), TimeOfDay(minutesAfterMidnight: 1140)))
        let slots = [19, 20].map { Self.slot($0, on: Self.friday, fee: 50, until: (-1, 19)) }
        #expect(Self.ending([FoundEvening(day: Self.friday, slots: slots)]) == [.until(until)])
    }

    /// Of several moments the hours that are enough for each.
    @Test func severalMomentsAreToldByTheLongestWay() {
        let saturday = Self.friday.adding(days: 1)
        let evenings = [
            FoundEvening(day: Self.friday, slots: [Self.slot(19, on: Self.friday, fee: 50, until: (-1, 19))]),
            FoundEvening(day: saturday, slots: [Self.slot(21, on: saturday, fee: 50, until: (-1, 19))]),
        ]
        #expect(Self.ending(evenings) == [.before(hours: 26)])
    }

    @Test func whatIsOverStandsApart() {
        let saturday = Self.friday.adding(days: 1)
        let evenings = [
            FoundEvening(day: Self.friday, slots: [Self.slot(19, on: Self.friday, fee: 50, until: (-20, 19))]),
            FoundEvening(day: saturday, slots: [Self.slot(19, on: saturday, fee: 50, until: (-1, 19))]),
        ]
        #expect(Self.ending(evenings).contains(.over) && Self.ending(evenings).count == 2)
    }
}
