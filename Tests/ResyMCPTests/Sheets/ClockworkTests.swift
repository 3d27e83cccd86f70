import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct ClockworkTests {
    private static func times(_ clocks: String) -> [TimeOfDay] {
        clocks.split(separator: " ").compactMap { TimeOfDay(clock: $0) }
    }

    @Test(arguments: [
        ("18:00 18:30 19:00", " 6:00  6:30 [7:00]"), ("18:30 23:30 00:30", " 6:30 PM  11:30 PM  12:30 AM "),
        ("11:30 12:00 19:00", " 11:30 AM  12:00 PM [7:00 PM]"),
    ])
    func eachTimeIsShown(clocks: String, shown: String) {
        let times = Self.times(clocks)
        #expect(
            Clockwork().row(times, marked: [Samples.time(19)], asRuns: false).replacing("\u{A0}", with: " ") == shown)
    }

    @Test(arguments: [
        ("17:00 17:15 17:30 17:45", "5:00–5:45 every 15 min"), ("17:00 17:15 17:30", "5:00  5:15  5:30"),
        ("17:00 18:00 18:30 19:00 19:30 21:00", "5:00  6:00–7:30 every 30 min  9:00"),
        ("23:00 23:30 00:00 00:30", "11:00 PM–12:30 AM every 30 min"), ("19:00", "7:00"),
    ])
    func equalStepsAreToldByTheirEnds(clocks: String, shown: String) {
        let times = Self.times(clocks)
        let row = Clockwork().row(times, asRuns: true)
        #expect(row.replacing("\u{A0}", with: " ").trimmingPrefix(" ").dropLast() == shown[...])
    }
}
