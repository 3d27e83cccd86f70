import Testing

@testable import ResyDomain

/// The days of a search, as people and models say them.
@Suite struct DateTextDaysTests {
    /// A Tuesday.
    private let today = CalendarDay(iso: "2026-11-24")!

    /// `11-27` is of this year; `from..to` is each day between.
    private static func spelled(_ text: String) -> [String] {
        func day(_ text: Substring) -> CalendarDay? {
            CalendarDay(iso: text.utf8.count == 5 ? "2026-\(text)" : "\(text)")
        }
        return text.split(separator: " ").flatMap { piece -> [String] in
            let ends = piece.split(separator: "_").compactMap(day)
            guard let first = ends.first, let last = ends.last else { return [] }
            return (first.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0).iso }
        }
    }

    @Test(arguments: [
        ("Saturday", "11-28"), ("tomorrow", "11-25"), ("2026-12-05T19:00", "12-05"), ("Friday, Dec 4", "12-04"),
        ("Dec 4, 2026", "12-04"), ("Saturday at 8pm", "11-28"),
        ("this weekend", "11-28 11-29"), ("the weekend", "11-28 11-29"), ("next weekend", "12-05 12-06"),
        ("next week", "11-30_12-06"), ("this week", "11-24_11-29"), ("any day this week", "11-24_11-29"),
        ("anytime this week", "11-24_11-29"), ("rest of the week", "11-24_11-29"), ("all week", "11-24_11-29"),
        ("any night next week", "11-30_12-06"), ("week after next", "12-07_12-13"),
        ("next two weeks", "11-24_12-07"), ("the next 2 weeks", "11-24_12-07"), ("next 10 days", "11-24_12-03"),
        ("over the next 3 days", "11-24_11-26"), ("within the next three days", "11-24_11-26"),
        ("next couple of days", "11-24 11-25"), ("the next few days", "11-24_11-26"),
        ("this month", "11-24_11-30"), ("rest of the month", "11-24_11-30"), ("December", "12-01_12-31"),
        ("in February 2027", "2027-02-01_2027-02-28"), ("next month", "12-01_12-31"),
        ("weekdays", "11-24_11-27 11-30"), ("any weekday", "11-24_11-27 11-30"),
        ("weekdays next week", "11-30_12-04"), ("weeknights this week", "11-24_11-27"),
        ("Fridays in December", "12-04 12-11 12-18 12-25"), ("any Friday this month", "11-27"),
        ("Fridays and Saturdays next month", "12-04 12-05 12-11 12-12 12-18 12-19 12-25 12-26"),
        ("next two weekends", "11-28 11-29 12-05 12-06"), ("weekends", "11-28 11-29 12-05 12-06"),
        ("Fri-Sun", "11-27_11-29"), ("Fri – Sun", "11-27_11-29"), ("Friday through Sunday", "11-27_11-29"),
        ("from Friday to Sunday", "11-27_11-29"), ("between Friday and Sunday", "11-27_11-29"),
        ("from Friday, Dec 4 to Sunday, Dec 6", "12-04_12-06"), ("Fri, Dec 4 - Sun, Dec 6", "12-04_12-06"),
        ("today until Sunday", "11-24_11-29"), ("from now until Sunday", "11-24_11-29"),
        ("until Sunday", "11-24_11-29"), ("tonight through Friday", "11-24_11-27"),
        ("2026-12-04 to 2026-12-06", "12-04_12-06"), ("2026-12-04..2026-12-06", "12-04_12-06"),
        ("2026-12-04/2026-12-06", "12-04_12-06"), ("2026-12-04 - 2026-12-06", "12-04_12-06"),
        ("2026-12-04,2026-12-05", "12-04 12-05"), ("2026-12-04; 2026-12-06", "12-04 12-06"),
        ("Dec 4 or 5", "12-04 12-05"), ("Dec 4, 5 and 6", "12-04_12-06"), ("Dec 4-6", "12-04_12-06"),
        ("4-6 December", "12-04_12-06"), ("12/4-12/6", "12-04_12-06"), ("Dec 30 - Jan 2", "12-30_2027-01-02"),
        ("Dec 4, Dec 6", "12-04 12-06"), ("Friday or Saturday night", "11-27 11-28"), ("Sat/Sun", "11-28 11-29"),
        ("fri, sat", "11-27 11-28"), ("Friday, Saturday, Sunday", "11-27_11-29"),
        ("tonight or tomorrow", "11-24 11-25"),
        ("tonight and tomorrow night", "11-24 11-25"), ("this evening or Thursday", "11-24 11-26"),
        ("this weekend or next Friday", "11-28 11-29 12-04"), ("Fri-Sun, Dec 12", "11-27_11-29 12-12"),
        ("Fri-Sat, Dec 12", "11-27 11-28 12-12"), ("Friday at 7 or Saturday at 8", "11-27 11-28"),
        ("this weekend, next weekend", "11-28 11-29 12-05 12-06"), ("Thanksgiving or Black Friday", "11-26 11-27"),
        ("Friday in two weeks", "12-11"), ("New Year's", "12-31 2027-01-01"),
        (#"["Fri", "Sat"]"#, "11-27 11-28"), (#"["2026-12-04","Dec 6, 2026"]"#, "12-04 12-06"),
        ("[Fri, this weekend]", "11-27_11-29"),
    ])
    func understands(text: String, days: String) throws {
        #expect(try DateText.days([text], today: today).map(\.iso) == Self.spelled(days))
    }

    @Test func severalTextsAreOneList() throws {
        let days = try DateText.days(["Saturday", "Fri-Sat", #"["2026-12-24"]"#], today: today)
        #expect(days.map(\.iso) == ["2026-11-27", "2026-11-28", "2026-12-24"])
    }

    /// On a Sunday, the Saturday of a list comes before its Sunday.
    @Test func aListIsReadInItsOrder() throws {
        let sunday = CalendarDay(iso: "2026-11-29")!
        #expect(try DateText.days(["Saturday, Sunday"], today: sunday).map(\.iso) == ["2026-12-05", "2026-12-06"])
        #expect(try DateText.days(["this weekend"], today: sunday).map(\.iso) == ["2026-11-29"])
    }

    @Test(arguments: [
        ("next 40 days", 31, 9, "2027-01-02"), ("2026-11-25 to 2027-01-31", 31, 37, "2027-01-31"),
        ("next two months", 31, 29, "2027-01-22"),
    ])
    func atMostAMonthAndTheRestIsTold(text: String, count: Int, left: Int, last: String) throws {
        let said = try DateText.saidDays([text], today: today)
        #expect(said.days.count == count)
        #expect(said.days.first.map { $0 <= today.adding(days: 1) } == true)
        #expect(said.leftOut.count == left)
        #expect(said.leftOut.last?.iso == last)
    }

    @Test func aPastDayOfAListIsLeftOut() throws {
        let said = try DateText.saidDays(["2026-11-20, 2026-11-27"], today: today)
        #expect(said.days.map(\.iso) == ["2026-11-27"])
        #expect(said.leftOut.map(\.iso) == ["2026-11-20"])
        #expect(try DateText.saidDays(["2026-11-20 to 2026-11-25"], today: today).days.count == 2)
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-20"), ("yesterday", "2026-11-23"), ("2026-11-01 to 2026-11-05", "2026-11-05"),
        ("2026-11-01, 2026-11-05", "2026-11-05"),
    ])
    func whatIsWhollyPastIsAnError(text: String, day: String) {
        let error = #expect(throws: DateTextError.self) { try DateText.days([text], today: today) }
        #expect(error?.reason == .past(CalendarDay(iso: day)!))
    }

    @Test(arguments: [
        "", "soon", "Carbone", "Friday or whenever", "14", "[]", "next", "between", "to", "-", "two weeks ago or so",
    ])
    func refuses(text: String) {
        let error = #expect(throws: DateTextError.self) { try DateText.days([text], today: today) }
        #expect(error?.reason == .notUnderstood)
    }

    @Test func whatIsWrongWithOneOfThemIsSaid() {
        let error = #expect(throws: DateTextError.self) {
            try DateText.days(["Fri Dec 5, Sat Dec 5"], today: today)
        }
        #expect(error?.reason == .wrongWeekday(CalendarDay(iso: "2026-12-05")!, said: .friday))
    }
}
