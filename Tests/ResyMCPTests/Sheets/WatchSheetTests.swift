@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct WatchSheetTests {
    private static func shown(_ list: WatchList, width: Int? = 80) -> String {
        Paper(width: width).text(WatchSheet(list: list, now: Samples.now).sheet)
    }

    @Test func theListHasTwoRowsAWatch() {
        #expect(
            Self.shown(WatchSamples.list(.list)) == """
                Watching:
                  3  Carbone, New York · Sat Feb 14, Sun Feb 15 · 6:00 PM to 9:00 PM · 2 people
                     · Bar · at most $100
                     Last look today 11:55 AM, next today 12:10 PM; told of 2 tables
                """)
    }

    @Test func oneThatIsAddedSaysWhatItDoes() {
        #expect(
            Self.shown(WatchSamples.list(.add, runs: false)) == """
                Watching Carbone, New York · Sat Feb 14, Sun Feb 15 · 6:00 PM to 9:00 PM ·
                  2 people · Bar · at most $100 (watch 3)
                It sends a message when a table is new; you book it yourself.
                Nothing on this computer looks yet: run `resy-mcp watch install`.
                """)
    }

    @Test func aPauseIsToldAndNothingIsDueBeforeItIsOver() {
        let pause = WatchPause(.blocked, now: Samples.now, retryAt: nil)
        let shown = Self.shown(WatchSamples.list(.list, pause: pause), width: nil)
        #expect(
            shown.contains("next Wed 12 PM") && shown.contains("they go on in 24 hours. Asking by hand still works."))
    }

    @Test func oneWhoseLooksFailSaysSinceWhenAndWhy() {
        var list = WatchSamples.list(.list)
        (list.watches[0].lastLook, list.watches[0].found) = (nil, 0)
        list.watches[0].failing = Watch.Failing(since: Samples.now.adding(-300), cause: .network)
        #expect(
            Self.shown(list, width: nil).contains(
                "Not looked yet, each look fails since today 11:55 AM (Resy could not be reached), next today 12:10 PM")
        )
    }

    @Test func aTickSaysWhatIsWrongAndElseNothing() {
        var report = TickReport()
        #expect(TickSheet(report: report, now: Samples.now).lines == [])
        // What stands is told to who looks, and to a log once.
        report.pause = WatchPause(.blocked, now: Samples.now, retryAt: nil)
        #expect(TickSheet(report: report, now: Samples.now).lines.count == 1)
        #expect(TickSheet(report: report, isAttended: false, now: Samples.now).lines == [])
        report.isNewPause = true
        #expect(TickSheet(report: report, isAttended: false, now: Samples.now).lines.count == 1)
        report.pause = nil
        report.failed = [(.address, .status(500)), (.program, .openToOthers(path: "/tmp/x"))]
        #expect(
            TickSheet(report: report, now: Samples.now).lines == [
                "The address of RESY_NOTIFY_URL did not take a message: it answered HTTP 500. The message is kept, and the next "
                    + "tick tries again.",
                "The program of RESY_NOTIFY_COMMAND did not take a message: /tmp/x, or its folder, can be changed by others. It "
                    + "must be yours alone: chmod go-w /tmp/x, in a folder that others cannot write. The message is kept, and the "
                    + "next tick tries again.",
            ])
        #expect(TickJSON.render(report, lines: []).at("failed") == ["url", "command"])
    }
}
