import Testing

@testable import ResyDomain

@Suite struct SearchDaysTests {
    /// A Tuesday.
    private let today = CalendarDay(iso: "2026-11-10")!

    @Test func severalTextsAreSeveralDays() throws {
        let days = try SearchDays.read(["saturday", "friday", "friday"], today: today)
        #expect(days.days.map(\.iso) == ["2026-11-13", "2026-11-14"])
        #expect(days.part == nil && days.time == nil)
    }

    @Test func aTimeBesideTheOneDayCounts() throws {
        let days = try SearchDays.read(["Friday at 8pm"], today: today)
        #expect(days.days.map(\.iso) == ["2026-11-13"])
        #expect(days.time == .at(TimeOfDay(clock: "20:00")!))
        #expect(try SearchDays.read(["friday night", "saturday night"], today: today).part == .night)
    }

    @Test(arguments: [
        ("Friday, Saturday 8pm", 2), ("Fri or Sat at 8pm", 2), ("Friday 8pm, Saturday", 2), ("Fri-Sun 8pm", 3),
        ("this weekend at 8 pm", 2), ("Fri 8pm, Sat 8pm", 2),
    ])
    func aTimeBesideSeveralDaysCounts(said: String, count: Int) throws {
        let days = try SearchDays.read([said], today: today)
        #expect(days.days.count == count && days.days.first?.iso.hasPrefix("2026-11-1") == true)
        #expect(days.time == .at(TimeOfDay(clock: "20:00")!))
    }

    /// `Dec 4 to 6` has none.
    @Test(arguments: [
        ("Fri-Sun after 7pm", 3, "19:00", nil), ("Friday after 7pm", 1, "19:00", nil),
        ("this weekend before 8 pm", 2, nil, "20:00"), ("Fri, Sat between 7 and 9pm", 2, "19:00", "21:00"),
        ("Friday night after 8", 1, "20:00", nil), ("Dec 4 to 6", 3, nil, nil), ("Nov 13-15 from 6pm", 3, "18:00", nil),
        ("Dec 13 after 7pm", 1, "19:00", nil), ("Dec 11-13 after 7pm", 3, "19:00", nil),
        ("Dec 11 to 13 after 7pm", 3, "19:00", nil), ("Fri-Sun Dec 11-13 after 7pm", 3, "19:00", nil),
        ("Fri Dec 11 after 7pm", 1, "19:00", nil), ("Dec 11 or Dec 13 after 7pm", 2, "19:00", nil),
        ("Dec 4, Dec 5 after 7pm", 2, "19:00", nil), ("Dec 10 before 8pm", 1, nil, "20:00"),
        ("Dec 5 until 8pm", 1, nil, "20:00"), ("weekend of Dec 12 after 8pm", 2, "20:00", nil),
        ("Sat after 7pm", 1, "19:00", nil), ("Fri-Sun 7-9pm", 3, "19:00", "21:00"),
    ])
    func hoursBesideTheDaysCount(said: String, count: Int, from: String?, until: String?) throws {
        let days = try SearchDays.read([said], today: today)
        let search = TableSearch(dates: [said])
        let hours = try SearchHours.read(search, beside: days, in: nil, now: Instant(seconds: 0))
        #expect(days.days.count == count && days.time == nil)
        #expect(hours.earliestTime == from.flatMap { TimeOfDay(clock: $0) })
        #expect(hours.latestTime == until.flatMap { TimeOfDay(clock: $0) })
    }

    /// A bare number may be a day.
    @Test(arguments: [
        "from December 11-13", "December by 5", "Christmas by 20", "Friday by 13", "December after 5", "weekdays 11-13",
        "next month after 15", "next month before 10", "December 2026 before 10", "Dec. before 10",
        "week of Dec 14 after 16",
        "December weekends before 10", "Saturdays between 5 and 20", "Dec 4 to 6pm", "Dec 4-6 pm", "Dec 18-20:00",
        "Dec 10 to midnight", "Fri Dec 4 to 8pm", "the day before Christmas", "day before Dec 12",
    ])
    func aNumberThatMayBeADayIsNoHour(text: String) {
        #expect(throws: ResyError.self) {
            if try SearchDays.read([text], today: today).hours == nil { throw ResyError(.badRequest, .search(.noDays)) }
        }
    }

    /// They change nothing of what the days are.
    @Test func hoursBesideTodayLeaveItToday() throws {
        let named = try SearchDays.read(["Tuesday after 7pm"], today: today)
        #expect(named.later?.iso == "2026-11-17" && named.alone == nil)
        let tonight = try SearchDays.read(["tonight after 9pm"], today: today)
        #expect(tonight.days == [today] && tonight.alone == nil && tonight.later == nil)
    }

    @Test func hoursOfTheSearchAndThoseBesideTheDaysCountTogether() throws {
        let days = try SearchDays.read(["Friday after 7pm"], today: today)
        let hours = try SearchHours.read(
            TableSearch(dates: [], latest: "9pm"), beside: days, in: nil, now: Instant(seconds: 0))
        #expect(hours.earliestTime == TimeOfDay(clock: "19:00") && hours.latestTime == TimeOfDay(clock: "21:00"))
        #expect(throws: ResyError.self) {
            try SearchHours.read(
                TableSearch(dates: [], earliest: "6pm"), beside: days, in: nil, now: Instant(seconds: 0))
        }
        #expect(throws: ResyError.self) {
            try SearchHours.read(
                TableSearch(dates: [], latest: "6pm"), beside: days, in: nil, now: Instant(seconds: 0))
        }
        let wish = try SearchHours.read(
            TableSearch(dates: [], preferredTime: "8pm"), beside: days, in: nil, now: Instant(seconds: 0))
        #expect(wish.earliestTime == TimeOfDay(clock: "19:00") && wish.preferredTime == TimeOfDay(clock: "20:00"))
    }

    @Test(arguments: [
        ["Friday after 7pm", "Saturday after 8pm"], ["Friday after 7pm", "Saturday"], ["Fri lunch or Sat after 7"],
        ["Friday breakfast or Saturday after 7"],
    ])
    func hoursThatDifferAreRefused(texts: [String]) {
        let error = #expect(throws: ResyError.self) { try SearchDays.read(texts, today: today) }
        #expect(error?.finding == .time(.differing(texts.joined(separator: ", "))))
    }

    /// One search keeps one window for all its days.
    @Test(arguments: [
        ["Saturday lunch or Sunday dinner"], ["Friday night and Saturday lunch"], ["tomorrow evening or Friday lunch"],
        ["Saturday lunch", "Sunday dinner"], ["Friday 8pm or Saturday lunch"],
    ])
    func partsOfTheDayThatDifferAreRefused(texts: [String]) {
        let error = #expect(throws: ResyError.self) { try SearchDays.read(texts, today: today) }
        #expect(error?.finding == .time(.differing(texts.joined(separator: ", "))))
        #expect(error?.advice == [.time(.searchEach)])
    }

    @Test(arguments: [
        ("Friday night and Saturday night", DayPart.night), ("tonight or tomorrow", .night),
        ("this evening or tomorrow night", .evening), ("Mon-Wed evenings", .evening), ("Friday lunches", .lunch),
    ])
    func onePartOfTheDayIsKept(text: String, part: DayPart) throws {
        #expect(try SearchDays.read([text], today: today).part == part)
    }

    @Test(arguments: ["2026-12-05T20:00+00:00", "2026-12-05T19:00Z", "2026-12-04T19:00Z, 2026-12-05"])
    func anOffsetMustBeTheRestaurants(text: String) throws {
        let days = try SearchDays.read([text], today: today)
        #expect(throws: ResyError.self) { try days.checkOffsets(in: Zone(named: "America/New_York")) }
        #expect(throws: ResyError.self) { try days.checkOffsets(in: nil) }
        try days.checkOffsets(in: Zone(named: "Europe/London"))
        try SearchDays.read(["Friday"], today: today).checkOffsets(in: nil)
    }

    @Test func aSpanThatIsTodayAloneIsSaid() throws {
        let sunday = CalendarDay(iso: "2026-11-15")!
        #expect(try SearchDays.read(["this week"], today: sunday).alone == "this week")
        #expect(try SearchDays.read(["today"], today: sunday).alone == nil)
        #expect(try SearchDays.read(["this week"], today: today).alone == nil)
    }

    @Test func whatIsPastIsLeftOutAndSaid() throws {
        let days = try SearchDays.read(["2026-11-09", "Friday"], today: today)
        #expect(days.days.map(\.iso) == ["2026-11-13"])
        #expect(days.leftOut.map(\.iso) == ["2026-11-09"])
    }

    @Test func noneIsAnErrorThatSaysWhatWouldDo() {
        for texts in [[], [" "], ["someday"], ["yesterday"]] {
            #expect(throws: ResyError.self) { try SearchDays.read(texts, today: today) }
        }
    }

    @Test func todaysWeekdayIsTheNextOneWhereItsTimeIsOver() throws {
        let now = (today, TimeOfDay(clock: "21:00")!)
        let hours = try SearchHours(preferred: try TimeText.parse("7pm"))
        var days = try SearchDays.read(["Tuesday", "Wednesday"], today: today)
        #expect(days.moveOn(hours, now: now) != nil)
        #expect(days.days.map(\.iso) == ["2026-11-11", "2026-11-17"])
        var listed = try SearchDays.read(["Tuesday or Wednesday"], today: today)
        #expect(listed.moveOn(hours, now: now) != nil)
        #expect(listed.days.map(\.iso) == ["2026-11-11", "2026-11-17"])
        #expect(try SearchDays.read(["Tuesday, Nov 10"], today: today).later == nil)
        var late = try SearchDays.read(["Tuesday"], today: today)
        #expect(late.moveOn(try SearchHours(preferred: try TimeText.parse("10pm")), now: now) == nil)
        var said = try SearchDays.read(["today"], today: today)
        #expect(said.moveOn(hours, now: now) == nil)
    }
}
