import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The tables of an evening in few words.
@Suite struct TablesTextTests {
    @Test(
        arguments: [
            ([19 * 60], "7:00 PM"),
            ([18 * 60, 18 * 60 + 30], "6:00, 6:30 PM"),
            ([11 * 60 + 30, 12 * 60], "11:30 AM, 12:00 PM"),
            ([17 * 60, 17 * 60 + 15, 17 * 60 + 30, 17 * 60 + 45], "5:00–5:45 PM every 15 min"),
            ([11 * 60, 12 * 60, 13 * 60, 14 * 60], "11:00 AM–2:00 PM every hour"),
            (
                [17 * 60, 18 * 60 + 15, 18 * 60 + 45, 19 * 60 + 15, 19 * 60 + 45, 21 * 60],
                "5:00 PM, 6:15–7:45 PM every 30 min, 9:00 PM"
            ),
            ([], ""),
        ] as [([Int], String)])
    func timesInARowAreOneRange(minutes: [Int], expected: String) {
        #expect(Voice.model.times(minutes.map { TimeOfDay(minutesAfterMidnight: $0) }) == expected)
    }

    /// Many that no step joins: an hour once.
    @Test func manyTimesOfAnHourStandTogether() {
        let minutes = [0, 15, 45, 60, 90, 105, 120, 165, 180, 195, 240, 285, 300].map { $0 + 17 * 60 }
        #expect(
            Voice.model.times(minutes.map { TimeOfDay(minutesAfterMidnight: $0) })
                == "5:00 :15 :45, 6:00 :30 :45, 7:00 :45, 8:00 :15, 9:00 :45, 10:00 PM")
        #expect(
            Voice.model.times(minutes.prefix(3).map { TimeOfDay(minutesAfterMidnight: $0) }) == "5:00, 5:15, 5:45 PM")
    }

    private func text(_ shown: [Slot], now: Instant = Samples.now) -> TablesText {
        TablesText(shown, evening: Samples.day, party: 2, zone: Samples.zone, now: now, voice: .model)
    }

    private func lines(_ slots: [Slot], now: Instant = Samples.now) -> [String] {
        text(slots, now: now).lines(slots)
    }

    /// A late fee that ends so many hours before each table, or at one moment for all.
    private func slots(_ hours: [Int], endingHoursBefore before: Int?) -> [Slot] {
        hours.map { hour in
            var fee = Samples.feeWithCutOff
            if let before {
                fee.cutOff = Samples.zone?.instant(Samples.day, Samples.time(hour)).adding(Double(-before) * 3600)
            }
            return Samples.slot(Samples.time(hour), fee: fee)
        }
    }

    @Test func anEndingThatAllShareIsSaidOnce() {
        let fee = "- Dining Room, $50 late fee per guest ($100 for 2)"
        #expect(
            lines(slots([18, 19], endingHoursBefore: 24)) == ["\(fee), free to cancel until 24 h before: 6:00, 7:00 PM"]
        )
        #expect(
            lines(slots([18, 19], endingHoursBefore: nil)) == ["\(fee), free to cancel until Fri 7 PM: 6:00, 7:00 PM"])
        let two = slots([18], endingHoursBefore: 24) + slots([20, 21], endingHoursBefore: 2)
        #expect(
            lines(two) == [
                "\(fee), free to cancel until 24 h before: 6:00 PM",
                "\(fee), free to cancel until 2 h before: 8:00, 9:00 PM",
            ])
    }

    /// State beats history, table by table.
    @Test func whatIsPastIsOver() throws {
        let now = try #require(Samples.zone?.instant(Samples.day.adding(days: -1), Samples.time(18, 30)))
        let fee = "- Dining Room, $50 late fee per guest ($100 for 2)"
        #expect(
            lines(slots([18, 19, 20], endingHoursBefore: 24), now: now) == [
                "\(fee), no longer free to cancel: 6:00 PM", "\(fee), free to cancel until 24 h before: 7:00, 8:00 PM",
            ])
    }

    @Test func whatStandsAboveIsNotToldAgain() {
        let near = slots([19], endingHoursBefore: 24) + [Samples.slot(Samples.time(19), "Bar")]
        let far =
            slots([21], endingHoursBefore: 24) + [
                Samples.slot(Samples.time(21), "Bar"), Samples.slot(Samples.time(22), "Patio"),
            ]
        #expect(
            text(near + far).lines(far, beside: near) == ["- Dining Room; Bar: 9:00 PM", "- Patio, free: 10:00 PM"])
        // One seating with two prices is told whole.
        #expect(
            text(near).lines([Samples.slot(Samples.time(21))], beside: near) == ["- Dining Room, free: 9:00 PM"])
    }

    @Test func aTableThatCannotBeBookedSaysWhy() {
        var slot = Samples.slot(Samples.time(20))
        slot.obstacle = .onTock
        #expect(
            lines([slot]) == ["- Dining Room, free, not bookable here (books on Tock): 8:00 PM"])
        (slot.obstacle, slot.token) = (nil, nil)
        #expect(
            lines([slot]) == ["- Dining Room, free, not bookable here (Resy gave no way to book it): 8:00 PM"])
    }
}
