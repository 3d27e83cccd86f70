import Testing

@testable import ResyDomain

/// Hours in the words that stand where one time may.
@Suite struct HoursTextTests {
    private static func spelled(_ wish: TimeWish?) -> String {
        wish.map { $0.readings.map(\.clock).joined(separator: "|") } ?? "-"
    }

    @Test(arguments: [
        ("after 9:30pm", "21:30 -"), ("before 7pm", "- 19:00"), ("8pm or later", "20:00 -"),
        ("7-9pm", "07:00|19:00 21:00"),
        ("7–9pm", "07:00|19:00 21:00"), ("noon to 2", "12:00 14:00|02:00"), ("between 7pm and 9pm", "19:00 21:00"),
        ("from 6pm to 8pm", "18:00 20:00"), ("6pm-8pm", "18:00 20:00"), ("not before 8pm", "20:00 -"),
        ("no later than 8pm", "- 20:00"), ("8pm+", "20:00 -"), ("from 8pm on", "20:00 -"), ("by 7pm", "- 19:00"),
        ("8pm or earlier", "- 20:00"), ("anytime after 8pm", "20:00 -"), ("10pm to midnight", "22:00 00:00"),
    ])
    func names(text: String, ends: String) throws {
        let said = try #require(HoursText.read(text))
        #expect("\(Self.spelled(said.earliest)) \(Self.spelled(said.latest))" == ends)
        #expect(said.part == nil)
    }

    @Test(arguments: [
        ("evening", DayPart.evening), ("dinner", .evening), ("dinner time", .evening), ("lunch", .lunch),
        ("in the evening", .evening), ("brunch", .brunch),
    ])
    func aPartOfTheDay(text: String, part: DayPart) {
        #expect(HoursText.read(text) == HoursText.Said(part: part))
    }

    @Test(arguments: [
        "8pm", "after work", "late", "sunset", "7:30 or 8", "24:30", "", "after", "-", "9pm till late", "early evening",
    ])
    func namesNone(text: String) { #expect(HoursText.read(text) == nil) }
}
