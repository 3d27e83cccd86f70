import Testing

@testable import ResyDomain

@Suite struct DateTextTests {
    /// A Wednesday.
    let today = CalendarDay(iso: "2026-02-11")!

    @Test(arguments: [
        ("today", "2026-02-11"), ("Tonight", "2026-02-11"), ("this evening", "2026-02-11"), ("TOMORROW", "2026-02-12"),
        ("tomorrow night", "2026-02-12"), ("the day after tomorrow", "2026-02-13"), ("in 3 days", "2026-02-14"),
        ("in three days", "2026-02-14"), ("in 1 day", "2026-02-12"), ("in a week", "2026-02-18"),
        ("in 2 weeks", "2026-02-25"), ("in 400 days", "2027-03-18"),
        // Weekdays: the next to come, today included; "next" is the week that starts on Monday.
        ("Saturday", "2026-02-14"), ("sat", "2026-02-14"), ("on Saturday", "2026-02-14"), ("Sat.", "2026-02-14"),
        ("this Saturday", "2026-02-14"), ("this coming saturday", "2026-02-14"), ("Saturday night", "2026-02-14"),
        ("next Saturday", "2026-02-21"), ("next Monday", "2026-02-16"), ("Monday", "2026-02-16"),
        ("Wednesday", "2026-02-11"), ("this Wednesday", "2026-02-11"), ("next Wednesday", "2026-02-18"),
        ("weds", "2026-02-11"), ("Thurs", "2026-02-12"), ("Tuesday", "2026-02-17"), ("next Sunday", "2026-02-22"),
        ("Sunday", "2026-02-15"), ("  next   SATURDAY!  ", "2026-02-21"),
        // Dates without a year are the next to come.
        ("Feb 14", "2026-02-14"), ("February 14th", "2026-02-14"), ("february 14", "2026-02-14"),
        ("14 Feb", "2026-02-14"), ("14th of February", "2026-02-14"), ("the 14th of February", "2026-02-14"),
        ("Feb. 14", "2026-02-14"), ("feb 14th,", "2026-02-14"), ("2/14", "2026-02-14"), ("02/14", "2026-02-14"),
        ("Feb 11", "2026-02-11"), ("Feb 10", "2027-02-10"), ("2/10", "2027-02-10"), ("Jan 1", "2027-01-01"),
        ("Dec 31", "2026-12-31"), ("Sept 3", "2026-09-03"), ("May 1st", "2026-05-01"), ("march 2nd", "2026-03-02"),
        // Dates with one.
        ("2026-02-14", "2026-02-14"), ("2026-2-14", "2026-02-14"), ("2026/02/14", "2026-02-14"),
        ("2/14/2027", "2027-02-14"), ("Feb 14 2027", "2027-02-14"), ("Feb 14, 2027", "2027-02-14"),
        ("14 February 2027", "2027-02-14"), ("14-Feb-2027", "2027-02-14"), ("2028-02-29", "2028-02-29"),
        ("02-14", "2026-02-14"), ("２０２６-02-14", "2026-02-14"), ("Feb14", "2026-02-14"), ("feb14th", "2026-02-14"),
        // Weekday and date, which agree.
        ("Saturday Feb 14", "2026-02-14"), ("Saturday, February 14th, 2026", "2026-02-14"),
        ("Sat 2/14", "2026-02-14"), ("Saturday 2026-02-14", "2026-02-14"), ("this Saturday, Feb 14", "2026-02-14"),
        ("next Saturday Feb 21", "2026-02-21"), ("Feb 14 Saturday", "2026-02-14"), ("“Saturday”", "2026-02-14"),
    ])
    func understands(text: String, day: String) throws {
        #expect(try DateText.parse(text, today: today).iso == day)
    }

    /// On the last day of the week, "next" is tomorrow's week.
    @Test(arguments: [
        ("Saturday", "2026-02-21"), ("Sunday", "2026-02-15"), ("next Sunday", "2026-02-22"),
        ("next Monday", "2026-02-16"), ("Monday", "2026-02-16"), ("next Saturday", "2026-02-21"),
    ])
    func weeksStartOnMonday(text: String, day: String) throws {
        let sunday = try #require(CalendarDay(iso: "2026-02-15"))
        #expect(try DateText.parse(text, today: sunday).iso == day)
    }

    @Test func theNextLeapDayMayBeEightYearsOff() throws {
        let day = try #require(CalendarDay(iso: "2096-03-01"))
        let error = #expect(throws: DateTextError.self) { try DateText.parse("Feb 29", today: day) }
        #expect(error?.reason == .noLeapDay(in: 2097, next: try #require(CalendarDay(iso: "2104-02-29"))))
    }

    @Test(arguments: [
        ("2026-02-31", DateTextError.Reason.noSuchDay(year: 2026, month: 2)),
        ("2027-02-29", .noSuchDay(year: 2027, month: 2)), ("2026-13-01", .noSuchDay(year: 2026, month: 13)),
        ("Feb 30", .noSuchDay(year: nil, month: 2)), ("2/31", .noSuchDay(year: nil, month: 2)),
        ("14/2", .noSuchDay(year: nil, month: 14)), ("Feb 0", .noSuchDay(year: nil, month: 2)),
        ("Feb 29 2027", .noSuchDay(year: 2027, month: 2)), ("2/30/26", .noSuchDay(year: 2026, month: 2)),
        ("2026-02-10", .past(CalendarDay(iso: "2026-02-10")!)),
        ("Feb 14, 2025", .past(CalendarDay(iso: "2025-02-14")!)),
        ("Sunday Feb 14", .wrongWeekday(CalendarDay(iso: "2026-02-14")!, said: .sunday)),
        ("Fri 2026-02-14", .wrongWeekday(CalendarDay(iso: "2026-02-14")!, said: .friday)),
        ("", .notUnderstood), ("   ", .notUnderstood), ("?", .notUnderstood), ("soon", .notUnderstood),
        ("this", .notUnderstood), ("next", .notUnderstood), ("on", .notUnderstood),
        ("in days", .notUnderstood), ("in 99999999999 days", .notUnderstood), ("in -3 days", .notUnderstood),
        ("Saturday Sunday", .notUnderstood), ("14", .notUnderstood), ("su", .notUnderstood),
        ("2026-02", .notUnderstood),
        ("1/2/3/4", .notUnderstood), ("Feb 14 02027", .notUnderstood),
        ("2-14", .notUnderstood),
    ])
    func refuses(text: String, reason: DateTextError.Reason) throws {
        let error = #expect(throws: DateTextError.self) { try DateText.parse(text, today: today) }
        #expect(error?.reason == reason)
    }

    @Test(arguments: [
        ("2026-02-31", "The date “2026-02-31” does not exist: February 2026 has 28 days."),
        ("Feb 30", "The date “Feb 30” does not exist: February has at most 29 days."),
        ("Dec 0", "The date “Dec 0” does not exist: December has 31 days."),
        ("14/2", "The date “14/2” does not exist: there is no month 14 (the month comes before the day)."),
        ("2026-02-10", "The date “2026-02-10” is past: Tue Feb 10, 2026."),
        ("Sunday Feb 14", "The date “Sunday Feb 14” says Sunday, but February 14, 2026 is a Saturday."),
        ("so\u{1B}[31mon\u{202E}", "The date “soon” is not understood."), (" ", "No date is given."),
    ])
    func saysWhatIsWrong(text: String, message: String) {
        let error = #expect(throws: DateTextError.self) { try DateText.parse(text, today: today) }
        #expect(error?.message == message + " Today is Wed Feb 11, 2026.")
        #expect(error?.hint.hasPrefix("Say ") == true)
    }

    /// What the hint offers must work, whatever day it is.
    @Test func theHintIsUnderstood() throws {
        for offset in 0..<400 {
            let day = today.adding(days: offset)
            let hint = DateTextError(reason: .notUnderstood, text: "x", today: day).hint
            let body = hint.dropFirst("Say ".count).dropLast().split(separator: " or ").joined(separator: ", ")
            for example in body.split(separator: ", ") {
                #expect(throws: Never.self) { try DateText.parse(String(example), today: day) }
            }
        }
    }

    @Test func aLongTextIsCut() {
        let error = #expect(throws: DateTextError.self) {
            try DateText.parse(String(repeating: "x", count: 500), today: today)
        }
        #expect(error?.text.count == 60)
    }
}
