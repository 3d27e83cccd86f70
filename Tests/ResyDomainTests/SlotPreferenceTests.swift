import Testing

@testable import ResyDomain

@Suite struct SlotPreferenceTests {
    let preference = SlotPreference(evening: CalendarDay(iso: "2026-02-14")!, party: 2)

    // MARK: - Order and window

    @Test func tieGoesToTheEarlier() {
        #expect(sorted(["18:30", "19:30", "19:00", "21:00"], near: "19:00") == ["19:00", "18:30", "19:30", "21:00"])
        #expect(sorted(["19:15", "18:45"], near: "19:00") == ["18:45", "19:15"])
    }

    @Test func withoutAWantedTimeTheClockDecides() {
        #expect(sorted(["21:00", "+00:15", "18:30"], near: nil) == ["18:30", "21:00", "00:15"])
    }

    @Test func afterMidnightIsLateAndNotEarly() {
        #expect(sorted(["+00:30", "18:00", "23:00"], near: "23:30") == ["23:00", "00:30", "18:00"])
        #expect(sorted(["+00:30", "12:00", "23:00"], near: "00:30") == ["00:30", "23:00", "12:00"])
        #expect(sorted(["+00:30", "12:00"], near: "00:00") == ["00:30", "12:00"])
    }

    @Test(arguments: [
        (60, ["19:00", "18:00", "20:00"], ["17:59", "20:01"]), (0, ["19:00"], ["18:00", "20:00", "17:59", "20:01"]),
        (-5, ["19:00"], ["18:00", "20:00", "17:59", "20:01"]),
        (600, ["19:00", "18:00", "20:00", "17:59", "20:01"], []),
    ])
    func theWindowHoldsItsEnds(flexibility: Int, inside: [String], outside: [String]) throws {
        let slots = ["18:00", "20:01", "19:00", "17:59", "20:00"].map { slot($0) }
        let split = preference.split(slots, near: TimeOfDay(clock: "19:00"), within: flexibility)
        #expect(split.inside.map(\.time.clock) == inside)
        #expect(split.outside.map(\.time.clock) == outside)
    }

    @Test func withoutAWantedTimeAllAreInside() {
        let split = preference.split([slot("20:00"), slot("18:00")], near: nil, within: 0)
        #expect(split.inside.map(\.time.clock) == ["18:00", "20:00"])
        #expect(split.outside.isEmpty)
    }

    @Test func oneTokenIsOneSlot() {
        let twice = [slot("19:00", "Bar"), slot("19:00", "Bar"), slot("19:00", "Patio")]
        #expect(preference.sorted(twice, near: nil).map(\.seating) == ["Bar", "Patio"])
    }

    @Test func alternativesAreBookableAndElsewhere() throws {
        let slots = [slot("19:00"), slot("19:15", obstacle: .program), slot("18:00"), slot("20:30"), slot("17:00")]
        let nearest = preference.nearest(slots, to: try #require(TimeOfDay(clock: "19:00")), limit: 2)
        #expect(nearest.map(\.time.clock) == ["18:00", "20:30"])
        #expect(preference.nearest(slots, to: TimeOfDay(minutesAfterMidnight: 0), limit: -1).isEmpty)
    }

    // MARK: - Choice

    @Test func onlyExactlyThatTimeWillDo() {
        #expect(choose([slot("19:15"), slot("18:45")]) == .noneAtThatTime)
        #expect(choose([]) == .noneAtThatTime)
    }

    @Test func halfPastMidnightIsTheNextDay() {
        let late = slot("+00:30", "Bar")
        #expect(choose([slot("19:00"), late], at: "00:30") == .slot(late, because: nil))
        #expect(choose([slot("00:30")], at: "00:30") == .noneAtThatTime)
    }

    @Test func aSingleSlotNeedsNoReason() {
        #expect(choose([slot("19:00", "Bar")]) == .slot(slot("19:00", "Bar"), because: nil))
    }

    @Test func leastMoneyAtStakeComesFirst() {
        let slots = [
            slot("19:00", "A", fee: fee(nil)), slot("19:00", "B", fee: fee(30)),
            slot("19:00", "C", fee: fee(40, .party)),
            slot("19:00", "Patio"),
        ]
        #expect(chosen(slots) == "Patio")
        #expect(chosen(Array(slots.dropLast())) == "C")
        #expect(chosen(Array(slots.dropLast(2))) == "B")
        #expect(chosen([slots[0]]) == "A")
    }

    @Test(arguments: [
        "Bar", "Chef's Counter", "Patio", "Outdoor Dining", "Garden Terrace", "High Top", "rooftop", "Indoor Bar",
    ])
    func anIndoorTableComesBefore(lesser: String) {
        #expect(chosen([slot("19:00", lesser), slot("19:00", "Zen Room")]) == "Zen Room")
    }

    @Test func aWordInsideAWordIsNoBar() {
        #expect(chosen([slot("19:00", "Zen Room"), slot("19:00", "Barrel Room")]) == "Barrel Room")
    }

    @Test(
        arguments: [
            (
                "Dining Room", fee(25), "Bar", nil,
                "Bar was chosen (free); with a fee: Dining Room ($25 late fee per guest)."
            ),
            (
                "Dining Room", fee(25), "Bar", fee(25),
                "Dining Room was chosen ($25 late fee per guest, as Bar is; it is indoors)."
            ),
            (
                "Main", nil, "Annex", nil,
                "Annex was chosen (free, as Main is)."
            ),
            (
                "Main", nil, "Annex", fee(nil),
                "Main was chosen (free); with a fee: Annex (late fee (amount not stated))."
            ),
        ] as [(String, Charge?, String, Charge?, String)])
    func saysWhyAndWhatElse(first: String, firstFee: Charge?, second: String, secondFee: Charge?, because: String) {
        let choice = choose([slot("19:00", first, fee: firstFee), slot("19:00", second, fee: secondFee)])
        guard case .slot(_, let reason) = choice else {
            Issue.record("\(choice)")
            return
        }
        #expect(reason?.words == because)
    }

    @Test func whatCannotBeBookedIsNoRival() {
        let room = slot("19:00", "Dining Room", obstacle: .globalDining(mayBeOpen: false))
        let bar = slot("19:00", "Bar", fee: fee(25))
        #expect(choose([room, bar]) == .slot(bar, because: nil))
        #expect(choose([room]) == .notBookable(.globalDining(mayBeOpen: false)))
        #expect(choose([room, bar], seating: "dining room") == .notBookable(.globalDining(mayBeOpen: false)))
        var tokenless = bar
        tokenless.token = nil
        #expect(choose([tokenless]) == .notBookable(.noToken))
    }

    @Test(arguments: [
        ("Bar", "Bar"), ("  bar ", "Bar"), ("BAR", "Bar"), ("dining", "Dining Room"), ("counter", "Bar Counter"),
        ("Dining Room ", "Dining Room"),
    ])
    func aNamedSeatingIsTheOne(named: String, seating: String) {
        let slots = ["Dining Room", "Bar", "Bar Counter"].map { slot("19:00", $0) }
        #expect(chosen(slots, seating: named) == seating)
    }

    @Test(arguments: [
        ("sushi bar", "Sushi | Bar"), ("Chef's counter", "Chef\u{2019}s Counter"),
        ("chefs counter", "Chef\u{2019}s Counter"),
        ("Chef\u{2019}s Counter", "Chef\u{2019}s Counter"), ("salon", "Salón"), ("SALÓN", "Salón"),
        ("etage", "L'Étage"),
        ("L\u{2019}Étage", "L'Étage"), ("bar and grill", "Bar & Grill"), ("鮨", "鮨"), ("bar", "Bar!"),
    ])
    func spellingDoesNotHideASeating(named: String, seating: String) {
        #expect(chosen([slot("19:00", seating), slot("19:00", "Dining Room")], seating: named) == seating)
    }

    @Test func twoThatOnlySignsTellApartStayTwo() {
        let slots = ["Bar", "Bar!", "Dining Room"].map { slot("19:00", $0) }
        #expect(chosen(slots, seating: "bar") == "Bar")
        #expect(chosen(slots, seating: "Bar!") == "Bar!")
        #expect(choose(slots, seating: "b\u{E1}r") == .ambiguousSeating(["Bar", "Bar!"]))
        #expect(choose(slots, seating: "|") == .noSuchSeating(["Dining Room", "Bar", "Bar!"]))
    }

    @Test func aNamedSeatingIsNeverReplaced() {
        let slots = ["Dining Room", "Patio", "Bar Counter", "Bar Rail"].map { slot("19:00", $0) }
        #expect(choose(slots, seating: "Booth") == .noSuchSeating(["Dining Room", "Bar Counter", "Bar Rail", "Patio"]))
        #expect(choose(slots, seating: "bar") == .ambiguousSeating(["Bar Counter", "Bar Rail"]))
        #expect(
            choose(slots + [slot("20:00", "Booth")], seating: "Booth") != .slot(slot("20:00", "Booth"), because: nil))
        #expect(chosen(slots, seating: " ") == "Dining Room")
    }

    // MARK: - Making slots

    private func slot(
        _ time: String, _ seating: String = "Dining Room", obstacle: Slot.Obstacle? = nil, fee: Charge? = nil
    )
        -> Slot
    {
        let isNextDay = time.hasPrefix("+")
        let clock = TimeOfDay(clock: isNextDay ? time.dropFirst() : time[...])!
        return Slot(
            token: "rgs://\(time)/\(seating)", day: preference.evening.adding(days: isNextDay ? 1 : 0), time: clock,
            seating: seating, obstacle: obstacle, charges: Charges(fee.map { [$0] } ?? []))
    }

    private func sorted(_ times: [String], near time: String?) -> [String] {
        preference.sorted(times.map { slot($0) }, near: time.flatMap { TimeOfDay(clock: $0) }).map(\.time.clock)
    }

    private func choose(_ slots: [Slot], at time: String = "19:00", seating: String? = nil) -> SlotPreference.Choice {
        preference.choose(from: slots, at: TimeOfDay(clock: time)!, seating: SeatingWish(seating))
    }

    private func chosen(_ slots: [Slot], seating: String? = nil) -> String? {
        guard case .slot(let slot, _) = choose(slots, seating: seating) else { return nil }
        return slot.seating
    }
}

private func fee(_ amount: Double?, _ basis: Charge.Basis = .guest) -> Charge {
    .stated(.cancellation, amount, "USD", basis)
}
