import Testing

@testable import ResyDomain

/// What names a week or a month belongs to all the days beside it.
@Suite struct DaySpanTests {
    /// A Monday.
    private static let monday = "2026-11-30"
    private static let sunday = "2026-11-29"
    private static let thursday = "2026-12-03"

    /// `12-07_12-10` is each day between.
    private static func spelled(_ text: String) -> [String] {
        text.split(separator: " ").flatMap { piece -> [String] in
            let ends = piece.split(separator: "_").compactMap {
                CalendarDay(iso: $0.utf8.count == 5 ? "2026-\($0)" : "\($0)")
            }
            guard let first = ends.first, let last = ends.last else { return [] }
            return (first.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0).iso }
        }
    }

    private static func read(_ text: String, on today: String) throws -> [String] {
        try DateText.days([text], today: #require(CalendarDay(iso: today))).map(\.iso)
    }

    @Test(arguments: [
        ("Mon-Thu next week", "12-07_12-10"), ("Mon–Thu next week", "12-07_12-10"),
        ("Tues-Thurs next week", "12-08_12-10"), ("Mon-Thu this week", "11-30_12-03"),
        ("Tue-Thu this week", "12-01_12-03"), ("Fri-Sun next week", "12-11_12-13"),
        ("Tue-Thu, next week", "12-08_12-10"), ("Tuesday-Thursday the week after next", "12-15_12-17"),
        ("Fri-Sun this weekend", "12-04_12-06"), ("Sat-Mon this weekend", "12-05_12-07"),
        ("Monday to Thursday next week", "12-07_12-10"), ("Mon through Thu of next week", "12-07_12-10"),
        ("from Monday to Wednesday next week", "12-07_12-09"),
        ("between Tuesday and Thursday next week", "12-08_12-10"),
        ("Friday to Sunday next week", "12-11_12-13"), ("Thursday-Saturday in two weeks", "12-17_12-19"),
        ("Sun-Tue next week", "12-06_12-08"), ("next week, Monday to Thursday", "12-07_12-10"),
        ("next week Mon-Thu", "12-07_12-10"), ("Mon, Wed and Fri next week", "12-07 12-09 12-11"),
        ("Thu or Fri next week", "12-10 12-11"), ("weekday evenings next week", "12-07_12-11"),
        ("Mon-Wed this week or Fri-Sun next week", "11-30_12-02 12-11_12-13"),
        ("Mon-Fri next month", "12-01_12-04 12-07_12-11 12-14_12-18 12-21_12-25 12-28_12-31"),
        ("Tuesday to Thursday in December", "12-01_12-03 12-08_12-10 12-15_12-17 12-22_12-24 12-29_12-31"),
        ("Mon to Wed of the week of Dec 14", "12-14_12-16"),
    ])
    func aWeekBelongsToAllItsDays(text: String, days: String) throws {
        #expect(try Self.read(text, on: Self.monday) == Self.spelled(days))
    }

    /// Weekdays beside dates are checked against them; what does not match is not guessed at.
    @Test(arguments: [
        ("Fri-Sun Dec 11-13", "12-11_12-13"), ("Friday to Sunday, Dec 11-13", "12-11_12-13"),
        ("Fri–Sun Dec 11–13", "12-11_12-13"), ("Thu or Fri, Dec 10 or 11", "12-10 12-11"),
        ("Fri-Sun from Dec 11 to Dec 13", "12-11_12-13"), ("Fri-Sun Dec 12-14", ""), ("Fri Dec 11-13", "12-11_12-13"),
    ])
    func weekdaysBesideDatesMustBeTheirs(text: String, days: String) throws {
        #expect(((try? Self.read(text, on: Self.monday)) ?? []) == Self.spelled(days))
    }

    @Test(arguments: [
        ("first week of December", "12-01_12-07"), ("the second week of December", "12-08_12-14"),
        ("the 3rd week in December", "12-15_12-21"), ("last week of December", "12-25_12-31"),
        ("fifth week of December", "12-29_12-31"), ("first week of next month", "12-01_12-07"),
        ("first weekend of December", "12-05 12-06"), ("last weekend in December", "12-26 12-27"),
        ("Fri-Sun in the first week of December", "12-04_12-06"),
        ("weekdays of the last week of December", "12-25 12-28_12-31"),
        ("before Dec 5", "11-30_12-04"), ("any day before Christmas", "11-30_12-24"),
        ("Fridays before Christmas", "12-04 12-11 12-18"),
        ("the weekend before Christmas", "12-19 12-20"), ("the weekend before Dec 20", "12-12 12-13"),
        ("the weekend before Dec 21", "12-19 12-20"), ("the week before Christmas", "12-14_12-20"),
        ("Fri-Sun, first weekend of December", "12-04_12-06"),
        ("Friday nights until Christmas", "12-04 12-11 12-18 12-25"), ("any Friday until Dec 20", "12-04 12-11 12-18"),
        ("any weekend before Christmas", "12-05 12-06 12-12 12-13 12-19 12-20"),
        ("Friday to Sunday nights", "12-04_12-06"),
        ("before today", ""), ("0th week of December", ""), ("first week", ""), ("sixth week of December", ""),
        ("before", ""),
    ])
    func aPartOfAMonthIsNamed(text: String, days: String) throws {
        #expect(((try? Self.read(text, on: Self.monday)) ?? []) == Self.spelled(days))
    }

    /// A list has its own weeks: an `or` ends what a week belongs to.
    @Test(arguments: [
        ("Saturday or next week", "12-05 12-07_12-13"), ("Fri, this weekend", "12-04_12-06"),
        ("Fri and next weekend", "12-04 12-12 12-13"), ("Fri-Sun, Dec 12", "12-04_12-06 12-12"),
        ("next Friday or next Saturday", "12-11 12-12"), ("next Friday or Saturday", "12-11 12-12"),
        ("this Friday or next Friday", "12-04 12-11"), ("Friday or tomorrow", "12-01 12-04"),
        ("Dec 5, 12 or 19", "12-05 12-12 12-19"), ("5 or 6 Dec", "12-05 12-06"), ("Fri+Sat", "12-04 12-05"),
        ("Dec 4 + 5", "12-04 12-05"), ("Dec 4-6, 11-13", "12-04_12-06 12-11_12-13"),
        ("Dec 4-6 and 11", "12-04_12-06 12-11"),
        ("Dec 4, 11-13", "12-04 12-11_12-13"),
    ])
    func aListIsReadPieceByPiece(text: String, days: String) throws {
        #expect(try Self.read(text, on: Self.monday) == Self.spelled(days))
    }

    @Test(arguments: [
        ("next Tuesday through next Thursday", "12-08_12-10"), ("next tuesday .. next thursday", "12-08_12-10"),
        ("monday .. thursday next week", "11-30_12-10"), ("next week .. Sunday", "12-07_12-13"),
        ("today .. sun", "11-30_12-06"), ("next Friday to next Tuesday", "12-11_12-15"),
        ("this weekend to next weekend", "12-05_12-13"), ("28th to 3rd", "12-28_2027-01-03"),
        ("next Mon-Thu", "12-07_12-10"), ("Dec 11 through Sunday", "12-11_12-13"),
    ])
    func bothEndsOfARangeMayNameTheirWeek(text: String, days: String) throws {
        #expect(try Self.read(text, on: Self.monday) == Self.spelled(days))
    }

    @Test(arguments: [
        ("Fridays", "12-04 12-11"), ("Saturdays", "12-05 12-12"), ("any Saturday", "12-05 12-12"),
        ("Friday nights", "12-04 12-11"), ("every Tuesday and Thursday", "12-01 12-03 12-08 12-10"),
        ("Fridays until Christmas", "12-04 12-11 12-18 12-25"), ("weekdays Dec 7-18", "12-07_12-11 12-14_12-18"),
        ("the next two Saturdays", "12-05 12-12"), ("Friday's dinner", "12-04"), ("Mon & Tues", "11-30 12-01"),
        ("Mon-Thurs", "11-30_12-03"), ("Friday, Saturday and Sunday nights", "12-04_12-06"),
        ("evenings this week", "11-30_12-06"), ("next 5 nights", "11-30_12-04"),
    ])
    func manyAreSeveral(text: String, days: String) throws {
        #expect(try Self.read(text, on: Self.monday) == Self.spelled(days))
    }

    @Test(arguments: [
        ("week of Dec 14", "12-14_12-20"), ("the week of the 14th", "12-14_12-20"),
        ("weekend of Dec 12", "12-12 12-13"),
        ("weekend of the 12th", "12-12 12-13"), ("the weekend after next", "12-19 12-20"),
        ("early next week", "12-07_12-09"), ("mid-December", "12-11_12-20"), ("end of December", "12-21_12-31"),
    ])
    func spans(text: String, days: String) throws {
        #expect(try Self.read(text, on: Self.monday) == Self.spelled(days))
    }

    @Test(arguments: [
        (sunday, "Fri-Sun this weekend", "11-29"), (sunday, "Fri-Sun next week", "12-04_12-06"),
        (sunday, "Thu-Sat in two weeks", "12-10_12-12 12-17_12-19"), (sunday, "week of Nov 24", "11-29"),
        (sunday, "next Friday or next Saturday", "12-04 12-05"), (sunday, "Sundays", "11-29 12-06"),
        (thursday, "Tue-Thu this week", "12-03"), (thursday, "week of Dec 1", "12-03_12-06"),
    ])
    func onOtherDays(today: String, text: String, days: String) throws {
        #expect(try Self.read(text, on: today) == Self.spelled(days))
    }

    @Test func aWeekdayOfAWeekThatIsOverIsPast() {
        let error = #expect(throws: DateTextError.self) { try Self.read("Mon-Wed this week", on: Self.thursday) }
        #expect(error?.reason == .past(CalendarDay(iso: "2026-12-02")!))
    }

    @Test(arguments: ["2026-12-07 to 2026-12-05", "Dec 7 to Dec 5"])
    func aRangeThatEndsBeforeItBeginsIsSaidToBeThat(text: String) {
        let error = #expect(throws: DateTextError.self) { try Self.read(text, on: Self.monday) }
        #expect(error?.message.contains("ends before it begins: Mon Dec 7 to Sat Dec 5.") == true)
        #expect(error?.hint == "Give the first day first, such as 2026-12-05 to 2026-12-07.")
    }
}
