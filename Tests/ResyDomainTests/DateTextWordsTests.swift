import Testing

@testable import ResyDomain

/// Days as people say them.
@Suite struct DateTextWordsTests {
    /// A Sunday, late in the year.
    let today = CalendarDay(iso: "2026-11-29")!

    @Test(arguments: [
        ("the 14th", "2026-12-14"), ("14th", "2026-12-14"), ("on the 30th", "2026-11-30"), ("the 31st", "2026-12-31"),
        ("the 29th", "2026-11-29"), ("the fourteenth", "2026-12-14"), ("the twenty-first", "2026-12-21"),
        ("Friday the 4th", "2026-12-04"), ("first friday of december", "2026-12-04"),
        ("the 2nd Saturday in December", "2026-12-12"),
        ("last friday of december", "2026-12-25"), ("third Thursday of November", "2027-11-18"),
        ("first Sunday of January 2027", "2027-01-03"), ("Friday, the fourth", "2026-12-04"),
        ("the 4th (Friday)", "2026-12-04"),
        ("Friday night, December 4", "2026-12-04"), ("Monday night 7th December", "2026-12-07"),
        ("Monday night 7th June", "2027-06-07"), ("Saturday night Dec 5", "2026-12-05"),
        ("Dec 5 at the evening", "2026-12-05"), ("on Saturday, December the 5th", "2026-12-05"),
        ("this coming Friday, Dec 4", "2026-12-04"), ("the evening of December 5th", "2026-12-05"),
        ("Dec 5 in the evening", "2026-12-05"), ("dinner on Saturday", "2026-12-05"), ("Saturday lunch", "2026-12-05"),
        ("late Saturday night", "2026-12-05"), ("Sat, 05 Dec 2026", "2026-12-05"), ("december fifth", "2026-12-05"),
        ("*Saturday*", "2026-12-05"), ("for Saturday", "2026-12-05"), ("2026 Dec 5", "2026-12-05"),
        ("12/31/26", "2026-12-31"), ("12/31/27", "2027-12-31"), ("2/14/27", "2027-02-14"), ("Feb 14 '27", "2027-02-14"),
        ("12-05-2026", "2026-12-05"), ("20261205", "2026-12-05"), ("5-Dec-26", "2026-12-05"),
        ("NYE", "2026-12-31"), ("nye 2027", "2027-12-31"), ("New Year's Eve", "2026-12-31"),
        ("New Year’s Eve dinner", "2026-12-31"), ("new years eve", "2026-12-31"), ("New Year's Day", "2027-01-01"),
        ("Christmas", "2026-12-25"), ("Christmas Day", "2026-12-25"), ("xmas", "2026-12-25"),
        ("Christmas Eve", "2026-12-24"), ("Christmas Friday", "2026-12-25"), ("Valentine's Day", "2027-02-14"),
        ("valentines", "2027-02-14"), ("Thanksgiving", "2027-11-25"), ("Thanksgiving 2028", "2028-11-23"),
        ("Thanksgiving dinner", "2027-11-25"), ("Halloween", "2027-10-31"), ("the 4th of July", "2027-07-04"),
        ("Fourth of July", "2027-07-04"), ("Easter", "2027-03-28"), ("Labor Day", "2027-09-06"),
        ("Memorial Day", "2027-05-31"), ("Black Friday", "2027-11-26"), ("St. Patrick's Day", "2027-03-17"),
        ("in two weeks", "2026-12-13"), ("two weeks from today", "2026-12-13"), ("in a fortnight", "2026-12-13"),
        ("a week from Saturday", "2026-12-12"), ("in a couple of days", "2026-12-01"),
        ("in 2 weeks' time", "2026-12-13"),
        ("3 days from now", "2026-12-02"), ("Saturday week", "2026-12-12"), ("a week from tomorrow", "2026-12-07"),
        ("Saturday next week", "2026-12-05"), ("next week Friday", "2026-12-04"), ("upcoming Friday", "2026-12-04"),
        ("tomorrow, Nov 30", "2026-11-30"), ("today (Nov 29)", "2026-11-29"), ("tonight, Sunday", "2026-11-29"),
        ("tomorrow morning", "2026-11-30"), ("this afternoon", "2026-11-29"), ("tmrw", "2026-11-30"),
        ("tomorrw", "2026-11-30"), ("wensday", "2026-12-02"), ("tonite", "2026-11-29"), ("later today", "2026-11-29"),
        ("later tonight", "2026-11-29"), ("in fourteen days", "2026-12-13"), ("in twenty one days", "2026-12-20"),
        ("in a month", "2026-12-29"), ("in three months", "2027-02-28"), ("12-05", "2026-12-05"),
        ("Dec5", "2026-12-05"), ("Sunday in two weeks", "2026-12-13"),
        ("Saturday December 5th at dinner time", "2026-12-05"),
        ("tommorow", "2026-11-30"), ("Satuday", "2026-12-05"), ("wendesday", "2026-12-02"), ("Decmber 5", "2026-12-05"),
    ])
    func understands(text: String, day: String) throws {
        #expect(try DateText.parse(text, today: today).iso == day)
    }

    @Test(arguments: [
        ("Sunday night 7th June", "2026-06-07"), ("Sunday 7 June", "2026-06-07"), ("thanksgiving", "2026-11-26"),
        ("Valentine's Day", "2026-02-14"), ("Valentine's Saturday", "2026-02-14"), ("Christmas", "2026-12-25"),
        ("Easter Sunday", "2026-04-05"), ("Good Friday", "2026-04-03"), ("the 11th", "2026-02-11"),
        ("the 10th", "2026-03-10"), ("the 31st", "2026-03-31"), ("the 30th", "2026-03-30"),
    ])
    func understandsInFebruary(text: String, day: String) throws {
        #expect(try DateText.parse(text, today: try #require(CalendarDay(iso: "2026-02-11"))).iso == day)
    }

    @Test func aLeapDayThatComesNextIsTaken() throws {
        let day = try #require(CalendarDay(iso: "2027-11-29"))
        #expect(try DateText.parse("Feb 29", today: day).iso == "2028-02-29")
        #expect(try DateText.parse("2/29", today: try #require(CalendarDay(iso: "2028-02-29"))).iso == "2028-02-29")
    }

    /// What is asked back names all that may be meant.
    @Test(arguments: [
        (
            "this weekend", "2026-11-24",
            "The date “this weekend” is more than one day: Sat Nov 28 or Sun Nov 29. Give one day."
        ),
        ("next weekend", "2026-11-29", "Sat Dec 5 or Sun Dec 6"),
        ("this weekend", "2026-11-28", "Sat Nov 28 or Sun Nov 29"),
        (
            "this weekend", "2026-11-29",
            "The date “this weekend” is more than one day, and only Sun Nov 29 is left of it. Give one day."
        ),
        ("next week", "2026-11-29", "Mon Nov 30 to Sun Dec 6"),
        ("this week", "2026-11-27", "Fri Nov 27, Sat"),
        ("Saturday or Sunday", "2026-11-24", "Sat Nov 28 or Sun Nov 29"),
        ("Fri-Sun", "2026-11-24", "Fri Nov 27, Sat Nov 28 or Sun Nov 29"),
        ("Sat/Sun", "2026-11-24", "Sat Nov 28 or Sun Nov 29"),
        ("Dec 4 or 5", "2026-11-24", "Fri Dec 4 or Sat Dec 5"),
        ("Dec 4-6", "2026-11-24", "Fri Dec 4, Sat Dec 5 or Sun Dec 6"),
        ("Dec 4 to Dec 6", "2026-11-24", "Fri Dec 4, Sat Dec 5 or Sun Dec 6"),
        ("2026-12-04 to 2026-12-06", "2026-11-24", "Fri Dec 4, Sat Dec 5 or Sun Dec 6"),
        ("Friday or Saturday night", "2026-11-24", "Fri Nov 27 or Sat Nov 28"),
        ("between Friday and Sunday", "2026-11-24", "Fri Nov 27"),
        ("Friday in two weeks", "2026-11-29", "Fri Dec 11 or Fri Dec 18"),
        ("New Year's", "2026-11-24", "Thu Dec 31 or Fri Jan 1, 2027"),
        ("December", "2026-11-24", "Tue Dec 1 to Thu Dec 31"),
        ("in February", "2026-11-24", "Mon Feb 1, 2027 to Sun Feb 28, 2027"),
        ("next month", "2026-12-24", "Fri Jan 1, 2027 to Sun Jan 31, 2027"),
        ("Saturday, Sunday", "2026-11-24", "Sat Nov 28 or Sun Nov 29"),
        ("yesterday", "2026-11-24", "is past: Mon Nov 23, 2026"),
        ("last night", "2026-11-24", "is past: Mon Nov 23, 2026"),
        ("last Saturday", "2026-11-24", "is past: Sat Nov 21, 2026"),
        ("2 days ago", "2026-11-24", "is past: Sun Nov 22"),
        ("Thanksgiving 2025", "2026-11-24", "is past: Thu Nov 27, 2025"),
        ("11/1/26", "2026-11-24", "is past: Sun Nov 1, 2026"),
        (
            "feb 29", "2026-11-29",
            "The date “feb 29” does not exist in 2027: the next February 29 is Tue Feb 29, 2028."
        ),
        ("Sunday Dec 5", "2026-11-24", "says Sunday, but December 5, 2026 is a Saturday"),
        ("Friday the 13th", "2026-11-24", "says Friday, but December 13, 2026 is a Sunday"),
        ("tomorrow, Nov 30", "2026-11-24", "names two days: Wed Nov 25, 2026, and Mon Nov 30, 2026"),
        ("tonight, Friday", "2026-11-24", "says Friday, but November 24, 2026 is a Tuesday"),
    ])
    func asksBack(text: String, today: String, words: String) throws {
        let today = try #require(CalendarDay(iso: today))
        let error = try #require(throws: DateTextError.self) { try DateText.parse(text, today: today) }
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test(arguments: [
        ("feb 29", "Say which is meant: 2027-02-28 (Feb 28), 2027-03-01 (Mar 1), or Tue Feb 29 (2028-02-29)."),
        ("Sunday Dec 5", "Say which is meant: Sat Dec 5 (2026-12-05), or Sun Dec 6 (2026-12-06)."),
        ("next weekend", "Give one of these days, such as Sat Dec 5 (2026-12-05)."),
    ])
    func saysWhatWouldBeRight(text: String, hint: String) throws {
        let error = try #require(throws: DateTextError.self) { try DateText.parse(text, today: today) }
        #expect(error.hint == hint)
    }

    @Test(arguments: [
        "14", "dinner", "evening", "someday", "asap", "first available", "the 32nd", "0th", "in a while", "Carbone",
        "Sat 14", "Sat 12", "Sat 5", "Dec 5 7", "in two Saturdays", "fifth Friday of December", "Junetober 5", "25:00",
        "at 7", "7pm",
        "2026-12-05T",
        "T19:00",
        "2026-12-05T7", "2026-12-05T25:00", "2026-12-05T19:00+99:00", "2026-12-05T19:00 maybe", "or", "-", "/", "to",
    ])
    func refuses(text: String) throws {
        let error = #expect(throws: DateTextError.self) { try DateText.parse(text, today: today) }
        #expect(error?.reason == .notUnderstood)
    }

    // MARK: - What stands beside the date

    @Test(
        arguments: [
            ("2026-12-05T19:00", "19:00", nil), ("2026-12-05T19:00:00", "19:00", nil),
            ("2026-12-05t09:30", "09:30", nil),
            ("2026-12-05T19:00:00.000Z", "19:00", 0), ("2026-12-05T19:00-05:00", "19:00", -18000),
            ("2026-12-05T19:00:00+0100", "19:00", 3600), ("2026-12-05T10:00", "10:00", nil),
            ("2026-12-05 19:00", "19:00", nil), ("Saturday at 7pm", "19:00", nil), ("Saturday 7:30 PM", "19:30", nil),
            ("7pm on Saturday", "19:00", nil), ("Dec 5, 2026 8pm", "20:00", nil), ("tonight at 7", "19:00", nil),
            ("Saturday night at 7:30", "19:30", nil), ("Saturday night at 12:30", "00:30", nil),
            ("tomorrow at noon", "12:00", nil), ("Saturday morning at 9", "09:00", nil),
            ("tomorrow around half past seven pm", "19:30", nil), ("NYE at 9pm", "21:00", nil),
            ("Friday night at quarter to eight", "19:45", nil),
        ] as [(String, String, Int?)])
    func takesTheTimeBesideTheDate(text: String, clock: String, offset: Int?) throws {
        let said = try DateText.read(text, today: today)
        #expect(said.time?.readings.map(\.clock) == [clock])
        #expect(said.offset == offset)
    }

    @Test func aTimeBesideTheDateMayBeInDoubt() throws {
        let said = try DateText.read("Saturday at 7", today: today)
        #expect(said.time?.readings.map(\.clock) == ["07:00", "19:00"])
        #expect(try DateText.read("Saturday 7", today: today).time?.readings.map(\.clock) == ["07:00", "19:00"])
        #expect(said.time == .either(DoubtfulTime(TimeOfDay(minutesAfterMidnight: 420), said: "7")))
    }

    @Test(
        arguments: [
            ("tonight", DayPart.night), ("Friday night", .night), ("this evening", .evening),
            ("tomorrow morning", .morning),
            ("Sunday brunch", .brunch), ("lunch on Friday", .lunch), ("Friday afternoon", .afternoon), ("Friday", nil),
        ] as [(String, DayPart?)])
    func namesThePartOfTheDay(text: String, part: DayPart?) throws {
        #expect(try DateText.read(text, today: today).part == part)
    }

    /// Until five in the morning the evening of yesterday is still on.
    @Test(
        arguments: [
            ("yesterday", "2026-11-28", nil), ("2026-11-28", "2026-11-28", nil), ("last night", "2026-11-28", nil),
            ("Nov 28", "2026-11-28", "2027-11-28"), ("11/28", "2026-11-28", "2027-11-28"),
            ("the 28th", "2026-11-28", "2026-12-28"), ("Saturday", "2026-12-05", nil), ("tonight", "2026-11-29", nil),
            ("Nov 28, 2027", "2027-11-28", nil), ("Nov 27", "2027-11-27", nil), ("tomorrow", "2026-11-30", nil),
        ] as [(String, String, String?)])
    func theEveningBeforeMayBeNamedAtNight(text: String, day: String, later: String?) throws {
        let said = try DateText.read(text, today: today, isNight: true)
        #expect(said.day.iso == day)
        #expect(said.later?.iso == later)
    }

    @Test(
        arguments: [
            ("Sunday", "2026-12-06"), ("this Sunday", "2026-12-06"), ("Sunday night", "2026-12-06"), ("today", nil),
            ("Monday", nil), ("Sunday Nov 29", nil), ("tonight", nil), ("next Sunday", nil),
        ] as [(String, String?)])
    func todaysWeekdayMayMeanNextWeeks(text: String, later: String?) throws {
        #expect(try DateText.read(text, today: today).later?.iso == later)
    }
}
