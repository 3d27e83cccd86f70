import Testing

@testable import ResyDomain

@Suite struct WatchNewsTests {
    static let day = WatchScheduleTests.day

    static func slot(
        _ clock: String, _ seating: String = "Dining Room", charges: Charges = [], obstacle: Slot.Obstacle? = nil,
        day: CalendarDay = day, token: String? = "t"
    ) -> Slot {
        Slot(
            token: token.map { "\($0) \(clock) \(seating) \(charges.canonicalText)" }, day: day,
            time: TimeOfDay(clock: clock)!, seating: seating, obstacle: obstacle, charges: charges)
    }

    static func fee(_ amount: Double, _ basis: Charge.Basis = .party) -> Charges {
        [Charge(.cancellation, Amount(amount), "USD", basis, from: .tables)]
    }

    static func news(
        _ tables: [Slot], told: Set<WatchedTable> = [], _ change: (inout Watch) -> Void = { _ in }
    ) -> WatchNews {
        WatchNews(WatchScheduleTests.watch([day], change), evening: day, tables: tables, told: told)
    }

    static func clocks(_ news: WatchNews) -> [String] { news.fresh.map(\.time.clock) }

    @Test func whatWasToldIsNotToldAgain() {
        let first = Self.news([Self.slot("19:00"), Self.slot("20:00")])
        #expect(Self.clocks(first) == ["19:00", "20:00"])
        let second = Self.news([Self.slot("19:00"), Self.slot("20:00"), Self.slot("21:00")], told: first.present)
        #expect(Self.clocks(second) == ["21:00"])
        // Gone and there again.
        let third = Self.news([Self.slot("19:00")], told: second.present)
        #expect(third.fresh.isEmpty && third.present.count == 1)
        #expect(Self.clocks(Self.news([Self.slot("19:00"), Self.slot("20:00")], told: third.present)) == ["20:00"])
    }

    /// Another seating is another table; another token, fee or spelling is not.
    @Test func aTableIsItsTimeAndSeating() {
        let told = Self.news([Self.slot("19:00")]).present
        #expect(Self.news([Self.slot("19:00", " dining room ")], told: told).fresh.isEmpty)
        #expect(Self.news([Self.slot("19:00", charges: Self.fee(9))], told: told).fresh.isEmpty)
        #expect(Self.news([Self.slot("19:00", token: "u")], told: told).fresh.isEmpty)
        #expect(Self.clocks(Self.news([Self.slot("19:00", "Bar")], told: told)) == ["19:00"])
        // Of two the cheaper one is told.
        let both = Self.news([Self.slot("19:00", charges: Self.fee(9)), Self.slot("19:00")])
        #expect(both.fresh.map(\.charges) == [[]] && both.present.count == 1)
    }

    @Test func onlyTheHours() {
        let all = ["12:00", "17:45", "18:00", "21:00", "21:15"].map { Self.slot($0) }
        func within(_ from: String?, _ until: String?) -> [String] {
            Self.clocks(
                Self.news(all) {
                    $0.hours = WatchedHours(
                        earliest: from.flatMap { try? TimeText.parse($0) },
                        latest: until.flatMap { try? TimeText.parse($0) })
                })
        }
        #expect(within("6pm", "9pm") == ["18:00", "21:00"])
        #expect(within("6pm", nil) == ["18:00", "21:00", "21:15"])
        #expect(within(nil, "noon") == ["12:00"])
        // Six is the evening where there are tables in the evening alone.
        #expect(
            Self.clocks(
                Self.news([Self.slot("17:00"), Self.slot("19:00")]) {
                    $0.hours = WatchedHours(earliest: try? TimeText.parse("6"))
                }) == ["19:00"])
    }

    @Test func aTableAfterMidnightEndsTheEvening() {
        let late = Self.slot("00:30", day: Self.day.adding(days: 1))
        let news = Self.news([Self.slot("19:00"), late]) {
            $0.hours = WatchedHours(earliest: .at(TimeOfDay(clock: "22:00")!))
        }
        #expect(Self.clocks(news) == ["00:30"])
        #expect(news.present.first?.evening == Self.day)
    }

    @Test func onlyTheSeating() {
        let all = [Self.slot("19:00"), Self.slot("19:00", "Bar"), Self.slot("19:00", "Patio")]
        func seats(_ wish: String) -> [String] { Self.news(all) { $0.seating = wish }.fresh.map(\.seating) }
        #expect(seats("bar") == ["Bar"] && seats("outdoors") == ["Patio"] && seats("chef's counter") == [])
    }

    @Test func onlyTheFee() {
        let all = [
            Self.slot("18:00"), Self.slot("19:00", charges: Self.fee(50)),
            Self.slot("20:00", charges: Self.fee(50, .guest)), Self.slot("21:00", charges: [.notStated(from: .tables)]),
        ]
        func upTo(_ fee: Double) -> [String] { Self.clocks(Self.news(all) { $0.mostFee = fee }) }
        #expect(upTo(0) == ["18:00"] && upTo(50) == ["18:00", "19:00"])
        #expect(upTo(100) == ["18:00", "19:00", "20:00"])
        #expect(Self.clocks(Self.news(all)).count == 4)
    }

    @Test func onlyWhatIsEarlier() {
        let all = ["17:00", "18:45", "19:00", "19:15"].map { Self.slot($0) }
        func before(_ day: CalendarDay) -> [String] {
            Self.clocks(
                Self.news(all) { $0.earlierThan = .init(id: 1, venue: 1, day: day, time: TimeOfDay(clock: "19:00")!) })
        }
        #expect(before(Self.day) == ["17:00", "18:45"])
        #expect(before(Self.day.adding(days: 1)).count == 4 && before(Self.day.adding(days: -1)) == [])
    }

    /// What is held for others is no news; what can be booked by hand is.
    @Test(
        arguments: [
            (.captcha, true), (.addOn, true), (.onTock, false), (.globalDining(mayBeOpen: true), false),
            (.program, false),
            (.smallHours(of: day), false), (.noToken, false),
        ] as [(Slot.Obstacle, Bool)])
    func onlyWhatCanBeHad(obstacle: Slot.Obstacle, isTold: Bool) {
        #expect(Self.news([Self.slot("19:00", obstacle: obstacle)]).fresh.isEmpty != isTold)
        #expect(Self.news([Self.slot("19:00", token: nil)]).fresh.isEmpty)
    }

    /// Doubtful words stay doubtful in the list; what they leave no doubt of is told.
    @Test func hoursAreShownWhereTheyAreKnown() {
        func bounds(_ hours: WatchedHours) -> [String?] { [hours.bounds.earliest?.clock, hours.bounds.latest?.clock] }
        func at(_ clock: String) -> TimeWish { .at(TimeOfDay(clock: clock)!) }
        #expect(bounds(WatchedHours()) == [nil, nil])
        #expect(bounds(WatchedHours(earliest: at("18:00"))) == ["18:00", nil])
        #expect(bounds(WatchedHours(earliest: at("18:00"), latest: at("00:30"))) == ["18:00", "00:30"])
        #expect(bounds(WatchedHours(preferred: at("20:00"))) == ["19:00", "21:00"])
        let six = WatchedHours(earliest: try? TimeText.parse("6"))
        #expect(bounds(six) == [nil, nil] && six.doubts.map(\.said) == ["6"])
        // What stands beside it settles it.
        let toTen = WatchedHours(earliest: try? TimeText.parse("7"), latest: at("10:00"))
        #expect(bounds(toTen) == ["07:00", "10:00"] && toTen.doubts.isEmpty)
    }
}
