@testable import ResyDomain
@testable import ResyNative
import Testing

@testable import resy_mcp

@Suite struct LiveSheetTests {
    private static func report(tables: Int?, broken: Int) -> LiveReport {
        var report = LiveReport(party: 2)
        report.venue = Samples.venue
        report.day = Samples.day
        report.tables = tables
        let finding = WireFinding(
            path: "$.results.venues[].slots[].config.token", isRequired: true, expected: "a text", verdict: .drifted,
            seen: ["nothing", "a number"], count: 3, total: 140)
        report.calls = ["search", "venue", "calendar", "config", "find"].map { name in
            var call = LiveReport.Call(name: name, outcome: .answered)
            call.findings = Array(repeating: finding, count: broken)
            return call
        }
        return report
    }

    private static func shown(_ report: LiveReport, fields: Bool = false) -> [String] {
        let sheet = LiveSheet(report: report, showsFields: fields).sheet
        return Paper(width: 80).text(sheet).split(separator: "\n").map(String.init)
    }

    @Test func theVerdictStandsFirst() {
        #expect(Self.shown(Self.report(tables: 9, broken: 0))[0] == "Nothing that is needed has drifted.")
        #expect(Self.shown(Self.report(tables: 9, broken: 1))[0].hasPrefix("Drifted where it matters: 5."))
    }

    @Test(arguments: [
        (ReleaseNews.none(latest: ReleaseVersion("0.1.0")!), "This is the newest resy-mcp, \(Server.version)."),
        (
            .newer(ReleaseVersion("7.2.0")!, page: "https://example.com/r"),
            "A newer resy-mcp is out, 7.2.0; this is \(Server.version): https://example.com/r"
        ), (.newer(ReleaseVersion("7.2.0")!, page: nil), "A newer resy-mcp is out, 7.2.0; this is \(Server.version)."),
        (
            .unread(.unreleased),
            "Whether a newer resy-mcp is out is not known: RESY_RELEASES_URL named one that is not released yet."
        ),
        (.unread(.status(503)), "Whether a newer resy-mcp is out is not known: RESY_RELEASES_URL answered HTTP 503."),
    ])
    func aReleaseIsTheLastLine(news: ReleaseNews, line: String) throws {
        var report = Self.report(tables: 9, broken: 0)
        #expect(!Self.shown(report).contains { $0.contains("newe") })
        report.release = news
        let shown = Paper(width: 120).text(LiveSheet(report: report, showsFields: false).sheet)
        #expect(shown.split(separator: "\n").last.map(String.init) == line)
        let isNewer: Bool? =
            switch news {
            case .none: false
            case .newer: true
            case .unread: nil
            }
        #expect(try LiveText.json(report)["release"].optional("newer")?.flag == isNewer)
    }

    /// A day without a table says nothing of tables.
    @Test(arguments: [0, nil]) func withoutATableNothingIsVerified(tables: Int?) {
        let report = Self.report(tables: tables, broken: 0)
        #expect(!report.isWell)
        #expect(Self.shown(report)[0].lowercased().contains("table format not verified"))
    }

    @Test func twentyRowsAtMost() {
        let rows = Self.shown(Self.report(tables: 9, broken: 12))
        #expect(rows.count <= 20)
        #expect(rows.contains("And 52 more; --verbose shows every field."))
        #expect(Self.shown(Self.report(tables: 9, broken: 12), fields: true).count > 60)
    }
}
