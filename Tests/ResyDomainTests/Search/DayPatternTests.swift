import Testing

@testable import ResyDomain

@Suite struct DayPatternTests {
    /// Monday.
    private let first = CalendarDay(iso: "2026-11-30")!

    private func days(_ offsets: some Sequence<Int>) -> [CalendarDay] { offsets.map { first.adding(days: $0) } }

    @Test(
        "Days by their offsets among four weeks: weekdays, and runs",
        arguments: [
            ([0, 7, 14, 21], [Weekday.monday], []), ([0, 1, 7, 8, 14, 15, 21, 22], [.monday, .tuesday], []),
            ([0, 7, 14, 21, 25, 26], [.monday], [[25, 26]]), ([0, 7, 14], [], [[0, 0], [7, 7], [14, 14]]),
            (Array(0..<28), [], [[0, 27]]), ([3, 1, 2, 9], [], [[1, 3], [9, 9]]), ([], [], []),
        ])
    func weekdaysThatRepeatStandOnce(offsets: [Int], weekdays: [Weekday], runs: [[Int]]) {
        let pattern = DayPattern(days(offsets), among: days(0..<28))
        #expect(pattern.weekdays == weekdays)
        #expect(pattern.runs == runs.map { DayRun(first.adding(days: $0[0]), first.adding(days: $0[1])) })
    }

    /// One Monday of one week is a day, and no habit.
    @Test func ofOneWeekNothingRepeats() {
        let pattern = DayPattern(days([0, 2]), among: days(0..<7))
        #expect(pattern.weekdays.isEmpty && pattern.runs.count == 2)
    }
}
