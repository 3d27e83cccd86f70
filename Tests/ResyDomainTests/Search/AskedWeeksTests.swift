import Testing

@testable import ResyDomain

@Suite struct AskedWeeksTests {
    /// A Tuesday.
    private static let today = CalendarDay(year: 2026, month: 11, day: 10)

    private static func span(_ from: String?, _ to: String?) throws -> AskedWeeks {
        try AskedWeeks(from: from, to: to, today: #require(today))
    }

    @Test(
        arguments: [
            (nil, nil, "2026-11-10 2027-01-09"), ("", " ", "2026-11-10 2027-01-09"),
            ("Dec 1", nil, "2026-12-01 2027-01-30"),
            (nil, "Nov 30", "2026-11-10 2026-11-30"), ("today", "today", "2026-11-10 2026-11-10"),
            ("friday", "sunday", "2026-11-13 2026-11-15"), ("2026-11-20", "in two weeks", "2026-11-20 2026-11-24"),
            // The weekday after the first day, not the one before it.
            ("Nov 14", "wednesday", "2026-11-14 2026-11-18"),
            ("2026-11-10", "2027-05-08", "2026-11-10 2027-05-08"), ("this month", nil, "2026-11-10 2026-11-30"),
            (nil, "this month", "2026-11-10 2026-11-30"), ("next two weeks", nil, "2026-11-10 2026-11-23"),
        ] as [(String?, String?, String)])
    func reads(from: String?, to: String?, expected: String) throws {
        let span = try Self.span(from, to)
        #expect("\(span.first.iso) \(span.last.iso)" == expected)
        #expect(!span.isCut)
    }

    /// Today's weekday is the next one where no table is left today.
    @Test func anEndThatIsTodayMayMoveOn() throws {
        var span = try Self.span(nil, "Tuesday")
        #expect(span.last.iso == "2026-11-10" && span.laterLast?.iso == "2026-11-17")
        let later = try #require(CalendarDay(iso: "2026-11-17"))
        #expect(span.moveOn() == .weekday(as: later, because: .anyTable))
        #expect(span.last == later && span.namedLast == later)
        var said = try Self.span(nil, "today")
        #expect(said.moveOn() == nil)
    }

    @Test func halfAYearIsTheMost() throws {
        let span = try Self.span(nil, "2027-05-09")
        #expect(span.last.iso == "2027-05-08" && span.isCut)
    }

    @Test func anEndBeforeTheBeginningIsRefused() throws {
        let error = #expect(throws: ResyError.self) { try Self.span("Nov 20", "Nov 12") }
        guard case .search(.daysReversed(let first, let last)) = error?.finding else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(first.iso == "2026-11-20" && last.iso == "2026-11-12")
    }

    @Test(arguments: ["someday", "2026-11-09", "2026-02-31"]) func whatIsNoDayIsRefused(text: String) throws {
        for (from, to) in [(text, nil), (nil, text)] as [(String?, String?)] {
            #expect(throws: ResyError.self) { try Self.span(from, to) }
        }
    }
}
