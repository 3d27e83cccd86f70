import Testing

@testable import ResyNative

@Suite struct TimeTextTests {
    @Test(arguments: [
        ("19:00", "19:00"), ("9:00", "09:00"), ("09:00", "09:00"), ("7:00", "07:00"), ("7pm", "19:00"),
        ("7 PM", "19:00"), ("7:30 p.m.", "19:30"), ("7:30 P.M", "19:30"), ("7.30pm", "19:30"), ("7:30PM", "19:30"),
        ("7p", "19:00"), ("11:59 pm", "23:59"), ("noon", "12:00"), ("Noon.", "12:00"), ("12 noon", "12:00"),
        ("midday", "12:00"), ("midnight", "00:00"), ("12am", "00:00"), ("12 pm", "12:00"), ("12:30am", "00:30"),
        ("0:30", "00:30"), ("00:30", "00:30"), ("1930", "19:30"), ("0730", "07:30"), ("730pm", "19:30"),
        ("19h", "19:00"), ("19h30", "19:30"), ("19.30", "19:30"), ("19", "19:00"), ("19:00:00", "19:00"),
        ("seven pm", "19:00"), ("at 7pm", "19:00"), ("around 7:30 pm", "19:30"), ("8 o'clock pm", "20:00"),
        ("  8   pm ", "20:00"), ("8pm!", "20:00"), ("23:59", "23:59"), ("12:00", "12:00"),
    ])
    func understands(text: String, clock: String) throws {
        #expect(try TimeText.parse(text).clock == clock)
    }

    @Test(arguments: [
        ("7", TimeTextError.Reason.bareHour(7)), ("07", .bareHour(7)), ("seven", .bareHour(7)), ("12", .bareHour(12)),
        ("around seven", .bareHour(7)), ("7 o’clock", .bareHour(7)), ("7h", .bareHour(7)),
        ("24:00", .noSuchTime), ("25:00", .noSuchTime), ("7:60", .noSuchTime), ("13pm", .noSuchTime),
        ("0am", .noSuchTime), ("19:00 pm", .noSuchTime), ("24", .noSuchTime), ("7:75pm", .noSuchTime),
        ("2500", .noSuchTime),
        ("", .notUnderstood), (" ", .notUnderstood), ("pm", .notUnderstood), ("0", .notUnderstood),
        ("dinner", .notUnderstood), ("7:3", .notUnderstood), ("7:300", .notUnderstood), ("-7", .notUnderstood),
        ("7pmpm", .notUnderstood), ("193", .notUnderstood), ("19:30:15", .notUnderstood), (":30", .notUnderstood),
        ("7:", .notUnderstood), ("７:00", .notUnderstood), ("19300", .notUnderstood), ("h", .notUnderstood),
    ])
    func refuses(text: String, reason: TimeTextError.Reason) {
        let error = #expect(throws: TimeTextError.self) { try TimeText.parse(text) }
        #expect(error?.reason == reason)
    }

    @Test func aBareHourOffersBothHalves() {
        let error = #expect(throws: TimeTextError.self) { try TimeText.parse("7") }
        #expect(error?.message == "The time “7” may be 7am or 7pm.")
        #expect(error?.hint == "Say 7pm (19:00) or 7am (07:00).")
    }

    @Test func namesWhatWasSaid() {
        let error = #expect(throws: TimeTextError.self) { try TimeText.parse("half\u{7}past\n7") }
        #expect(error?.message == "The time “halfpast 7” is not understood.")
    }
}
