import Testing

@testable import ResyDomain

@Suite struct TimeTextTests {
    @Test(arguments: [
        ("19:00", "19:00"), ("09:00", "09:00"), ("07", "07:00"), ("7pm", "19:00"), ("7 PM", "19:00"),
        ("7:30 p.m.", "19:30"), ("7:30 P.M", "19:30"), ("7.30pm", "19:30"), ("7:30PM", "19:30"), ("7p", "19:00"),
        ("11:59 pm", "23:59"), ("noon", "12:00"), ("Noon.", "12:00"), ("12 noon", "12:00"), ("midday", "12:00"),
        ("midnight", "00:00"), ("12am", "00:00"), ("12 pm", "12:00"), ("12:30am", "00:30"), ("0:30", "00:30"),
        ("00:30", "00:30"), ("1930", "19:30"), ("0730", "07:30"), ("730pm", "19:30"), ("19h", "19:00"),
        ("19h30", "19:30"), ("19.30", "19:30"), ("19", "19:00"), ("19:00:00", "19:00"), ("seven pm", "19:00"),
        ("at 7pm", "19:00"), ("around 7:30 pm", "19:30"), ("8 o'clock pm", "20:00"), ("  8   pm ", "20:00"),
        ("8pm!", "20:00"), ("23:59", "23:59"), ("half past seven pm", "19:30"), ("seven thirty pm", "19:30"),
        ("half-past seven p.m.", "19:30"), ("quarter to eight pm", "19:45"), ("a quarter past 7 pm", "19:15"),
        ("ten to eight pm", "19:50"), ("quarter of eight pm", "19:45"), ("20 past 7pm", "19:20"),
        ("10 minutes to 8pm", "19:50"),
        ("quarter to 12 pm", "11:45"), ("quarter past 12 am", "00:15"), ("seven forty-five pm", "19:45"),
        ("seven oh five pm", "19:05"), ("half past 19", "19:30"), ("7 in the evening", "19:00"),
        ("7:30 in the evening", "19:30"), ("seven in the evening", "19:00"), ("7 at night", "19:00"),
        ("1 at night", "01:00"), ("7 tonight", "19:00"), ("this evening at 7", "19:00"), ("8 in the morning", "08:00"),
        ("half past seven in the evening", "19:30"), ("eleven in the morning", "11:00"),
        ("3 in the afternoon", "15:00"),
        ("12 at night", "00:00"), ("lunch at 12:30", "12:30"), ("brunch at 11", "11:00"), ("dinner at 8", "20:00"),
        ("7ish pm", "19:00"), ("7pm-ish", "19:00"), ("noonish", "12:00"), ("7 pm sharp", "19:00"),
        ("1900 hours", "19:00"), ("7 o’clock in the evening", "19:00"), ("approx. 8pm", "20:00"),
        ("8:15 pm, please", "20:15"), ("7:30 PM PM", "19:30"), ("７：３０ｐｍ", "19:30"),
    ])
    func understands(text: String, clock: String) throws {
        #expect(try TimeText.parse(text).readings.map(\.clock) == [clock])
    }

    /// Neither a half of the day, nor a leading zero, nor an hour over 12.
    @Test(arguments: [
        ("7", "07:00", "19:00"), ("7:00", "07:00", "19:00"), ("9:00", "09:00", "21:00"), ("12:30", "12:30", "00:30"),
        ("half past seven", "07:30", "19:30"), ("seven thirty", "07:30", "19:30"), ("seven", "07:00", "19:00"),
        ("quarter to eight", "07:45", "19:45"), ("quarter past 7", "07:15", "19:15"), ("ten to one", "12:50", "00:50"),
        ("quarter to 12", "11:45", "23:45"), ("7ish", "07:00", "19:00"), ("seven-ish", "07:00", "19:00"),
        ("around 7", "07:00", "19:00"), ("7 o'clock", "07:00", "19:00"), ("eight o’clock", "08:00", "20:00"),
        ("12", "12:00", "00:00"), ("12:00", "12:00", "00:00"), ("7.30", "07:30", "19:30"), ("730", "07:30", "19:30"),
        ("1130", "11:30", "23:30"), ("7h30", "07:30", "19:30"), ("7h", "07:00", "19:00"), ("7:00:00", "07:00", "19:00"),
        ("1:15", "13:15", "01:15"), ("at 8", "08:00", "20:00"), ("11:00", "11:00", "23:00"),
        ("10:45", "10:45", "22:45"),
        ("2 in the evening", "14:00", "02:00"), ("half-past 8", "08:30", "20:30"), ("twelve thirty", "12:30", "00:30"),
        ("seven sharp", "07:00", "19:00"), ("twenty to nine", "08:40", "20:40"),
    ])
    func leavesTheHalfOfTheDayOpen(text: String, first: String, second: String) throws {
        let wish = try TimeText.parse(text)
        #expect(wish.readings.map(\.clock) == [first, second])
        guard case .either(let doubt) = wish else {
            Issue.record("not in doubt")
            return
        }
        #expect(doubt.said == text)
    }

    /// The date's words settle it: `Friday night`, `tomorrow morning`.
    @Test(arguments: [
        ("7", DayPart.night, "19:00"), ("7:30", .evening, "19:30"), ("9:00", .morning, "09:00"),
        ("12:30", .lunch, "12:30"),
        ("12:30", .night, "00:30"), ("1", .lunch, "13:00"), ("11", .brunch, "11:00"), ("1:00", .brunch, "13:00"),
        ("half past seven", .night, "19:30"), ("3", .afternoon, "15:00"), ("11:30", .night, "23:30"),
        ("9am", .night, "09:00"), ("19:00", .morning, "19:00"), ("quarter to eight", .evening, "19:45"),
    ])
    func thePartOfTheDaySettlesIt(text: String, part: DayPart, clock: String) throws {
        #expect(try TimeText.parse(text, part: part).readings.map(\.clock) == [clock])
    }

    @Test(arguments: [
        ("24:00", TimeTextError.Reason.noSuchTime), ("25:00", .noSuchTime), ("7:60", .noSuchTime),
        ("13pm", .noSuchTime),
        ("0am", .noSuchTime), ("19:00 pm", .noSuchTime), ("24", .noSuchTime), ("7:75pm", .noSuchTime),
        ("2500", .noSuchTime), ("half past 25", .noSuchTime),
        ("7-8pm", .several), ("7pm - 9pm", .several), ("7 or 8", .several), ("between 7 and 8pm", .several),
        ("7 to 9pm", .several), ("five to nine", .several), ("7pm–9pm", .several), ("from 6pm to 8pm", .several),
        ("", .notUnderstood), (" ", .notUnderstood), ("pm", .notUnderstood), ("0", .notUnderstood),
        ("dinner", .notUnderstood), ("7:3", .notUnderstood), ("7:300", .notUnderstood), ("-7", .notUnderstood),
        ("7pmpm", .notUnderstood), ("193", .notUnderstood), ("19:30:15", .notUnderstood), (":30", .notUnderstood),
        ("7:", .notUnderstood), ("19300", .notUnderstood), ("h", .notUnderstood),
        ("half seven", .notUnderstood), ("evening", .notUnderstood), ("quarter", .notUnderstood),
        ("past 7", .notUnderstood),
        ("half past", .notUnderstood), ("seventeen thirty", .notUnderstood), ("anytime", .notUnderstood),
        ("ish", .notUnderstood), ("to", .notUnderstood), ("half past 7:15", .notUnderstood),
        ("Saturday", .notUnderstood),
    ])
    func refuses(text: String, reason: TimeTextError.Reason) {
        let error = #expect(throws: TimeTextError.self) { try TimeText.parse(text) }
        #expect(error?.reason == reason)
    }

    @Test func namesWhatWasSaid() {
        let error = #expect(throws: TimeTextError.self) { try TimeText.parse("half\u{7}way\n7") }
        #expect(error?.message == "The time “halfway 7” is not understood.")
        #expect(throws: TimeTextError(reason: .several, text: "7-8pm")) { try TimeText.parse("7-8pm") }
    }

    /// What the hint offers must work.
    @Test func theHintIsUnderstood() throws {
        let hint = TimeTextError(reason: .notUnderstood, text: "x").hint
        let body = hint.dropFirst("Say ".count).dropLast().split(separator: " or ").joined(separator: ", ")
        for example in body.split(separator: ", ") {
            #expect(try TimeText.parse(String(example)).readings.count == 1)
        }
    }
}
