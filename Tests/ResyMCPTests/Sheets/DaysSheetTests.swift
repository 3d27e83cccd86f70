import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct DaysSheetTests {
    private static func shown(_ found: OpenDays) -> [String] {
        Paper(width: 80).text(DaysSheet(found: found, now: Samples.now).sheet).split(separator: "\n").map(String.init)
    }

    @Test func openDaysHaveALineEach() {
        #expect(
            Self.shown(SearchSamples.days) == [
                "Semma · New York · 2 people: open on 3 of 7 days",
                "  Tue Feb 10  5:30  9:45",
                "  Fri Feb 13  8:00",
                "  Open too: Sun Feb 15",
                "  Sold out: Wed Feb 11, Thu Feb 12",
                "  Closed: Sat Feb 14",
                "  Not known: Mon Feb 16",
                "Published up to Mon Feb 16.",
                "Days open 15 days ahead at 9:00 AM (the restaurant's own words): Sat Feb 28",
                "opens Fri Feb 13, 9:00 AM.",
                "Resy's own setting says 14 days ahead, with no time.",
                "Book:  resy-mcp book 'Resy venue 5010' 2026-02-10 5:30pm",
            ])
    }

    @Test func withoutAnOpenDayThereIsTheSite() {
        var found = SearchSamples.days
        found.days = found.days.map { OpenDays.Day(day: $0.day, status: .soldOut) }
        found.release = []
        let rows = Self.shown(found)
        #expect(rows[0] == "Semma · New York · 2 people: no open day")
        #expect(rows.contains("  Sold out: Tue Feb 10 to Mon Feb 16"))
        #expect(rows.contains("When later days open is not stated."))
        #expect(rows.last == "Notify:  resy-mcp notify add 'Resy venue 5010' 2026-02-10")
        let link = rows.dropLast().suffix(2)
        #expect(link.joined().hasPrefix("On Resy:") && link.last?.contains("https://") == true)
        found.days = []
        #expect(Self.shown(found)[0].hasSuffix(": none of these days is published"))
    }

    /// Without their times a check has them.
    @Test func daysAloneAreChecked() {
        var found = SearchSamples.days
        found.days = found.days.map { OpenDays.Day(day: $0.day, status: $0.status) }
        found.party = 4
        let rows = Self.shown(found)
        #expect(rows.contains("  Open: Tue Feb 10, Fri Feb 13, Sun Feb 15"))
        #expect(rows.last == "Times:  resy-mcp check 'Resy venue 5010' 2026-02-10 --party 4")
    }

    /// A month of full days stays readable.
    @Test func aMonthFits() {
        var found = SearchSamples.days
        found.days = (0..<31).map { offset in
            let day = Samples.day.adding(days: offset)
            let slots = (0..<24).map {
                SearchSamples.free(day, TimeOfDay(minutesAfterMidnight: 17 * 60 + $0 * 15 + $0 % 2))
            }
            return OpenDays.Day(day: day, status: .open, slots: slots)
        }
        let rows = Self.shown(found)
        #expect(rows.allSatisfy { $0.columns <= 80 } && rows.count <= 75)
        #expect(rows.contains("Not all times of a day are shown; check has them."))
    }

    @Test func weekdaysThatRepeatAndAnotherYearAreSaidOnce() {
        var found = SearchSamples.days
        let first = CalendarDay(year: 2026, month: 12, day: 21)!
        found.days = (0..<21).map { offset in
            let day = first.adding(days: offset)
            let isClosed = [.monday, .tuesday].contains(day.weekday)
            let slots = [SearchSamples.free(day, Samples.time(19))]
            return OpenDays.Day(day: day, status: isClosed ? .closed : .open, slots: isClosed ? nil : slots)
        }
        let rows = Self.shown(found)
        #expect(rows.contains("  Closed: Mondays, Tuesdays"))
        #expect(rows.contains("  Thu Dec 31       7:00") && rows.contains("  Fri Jan 1, 2027  7:00"))
        #expect(rows.contains("  Sat Jan 2        7:00"))
    }
}
