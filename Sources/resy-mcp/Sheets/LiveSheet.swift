internal import ResyDomain
internal import ResyNative

/// A look at the live service: the verdict, then a line for each call and for what is wrong.
struct LiveSheet {
    let report: LiveReport
    /// All that was looked at, not what is wrong alone.
    let showsFields: Bool

    /// Of what is wrong; more is under `--verbose`.
    private static let mostFindings = 8

    var sheet: Sheet {
        var sheet = Sheet([Line(verdict, report.isWell ? .strong : .warning, hang: 2)])
        if let venue = report.venue {
            let day = report.day.map { ", \($0.spoken)" } ?? ""
            let people = Voice.person.people(report.party)
            sheet.add(Line("\(venue.name) (Resy venue \(venue.id))\(day), \(people)", hang: 2))
        }
        for call in report.calls {
            sheet.add(Line(head(call), hang: 2))
            if showsFields { sheet.add(Sheet(call.findings.map { field($0) })) }
        }
        if !showsFields { sheet.add(wrong) }
        if !report.recorded.isEmpty {
            sheet.add(Line("Recorded: \(report.recorded.joined(separator: ", "))", hang: 2))
        }
        if let news = report.release { sheet.add(release(news)) }
        return sheet
    }

    private func release(_ news: ReleaseNews) -> Line {
        switch news {
        case .none: return Line("This is the newest resy-mcp, \(Server.version).", hang: 2)
        case .newer(let latest, let page):
            let place = page.map { ": \($0)" } ?? "."
            return Line(
                "A newer resy-mcp is out, \(latest.text); this is \(Server.version)\(place)", .warning, hang: 2)
        case .unread(let fault):
            let reason =
                switch fault {
                case .unreachable: "could not be reached"
                case .status(let status): "answered HTTP \(status)"
                case .notUnderstood: "named no version"
                case .unreleased: "named one that is not released yet"
                }
            return Line("Whether a newer resy-mcp is out is not known: RESY_RELEASES_URL \(reason).", .warning, hang: 2)
        }
    }

    private var verdict: String {
        if report.broken > 0 {
            return
                "Drifted where it matters: \(report.broken). Update resy-mcp; if it is the newest, report these lines."
        }
        if !report.isAnswered { return "Not all was answered; nothing that is needed has drifted in what was." }
        if !report.hasTables {
            return
                "Table format not verified: that day shows no table. Name another with --date, or another restaurant."
        }
        return "Nothing that is needed has drifted."
    }

    private func head(_ call: LiveReport.Call) -> String {
        switch call.outcome {
        case .answered:
            let counts = [WireFinding.Verdict.held, .drifted, .notSeen].compactMap { verdict in
                let count = call.findings.count { $0.verdict == verdict }
                return count == 0 ? nil : "\(count) \(Self.word(verdict))"
            }
            return "\(call.name): \(counts.joined(separator: ", "))"
        case .failed(let error):
            return "\(call.name): \(Voice.person.message(error)) \(Voice.person.hint(error))".trimmed
        case .notAsked: return "\(call.name): not asked"
        }
    }

    /// What matters first.
    private var wrong: Sheet {
        let drifted = report.calls.flatMap(\.findings).filter { $0.verdict == .drifted }
        let ordered = drifted.filter(\.isBroken) + drifted.filter { !$0.isBroken }
        var sheet = Sheet(
            ordered.prefix(Self.mostFindings).map { finding in
                var line = field(finding)
                line.most = 1
                return line
            })
        let left = ordered.count - Self.mostFindings
        if left > 0 { sheet.add("And \(left) more; --verbose shows every field.") }
        return sheet
    }

    private func field(_ finding: WireFinding) -> Line {
        let isDrifted = finding.verdict == .drifted
        var line = Line(
            finding.isBroken ? "FAIL  " : isDrifted ? "warn  " : "      ", isDrifted ? .warning : .plain, hang: 8)
        line.add("\(Self.word(finding.verdict))  \(finding.path)")
        guard isDrifted else { return line }
        let seen = finding.seen.joined(separator: " or ")
        line.add(": expected \(finding.expected), seen \(seen) in \(finding.count) of \(finding.total)")
        let need = finding.isRequired ? "required" : "not needed"
        line.add(" \u{2014} \(need)\(finding.isStillRead ? "; this program still reads it" : "")")
        return line
    }

    private static func word(_ verdict: WireFinding.Verdict) -> String {
        switch verdict {
        case .held: "held"
        case .drifted: "drifted"
        case .notSeen: "not seen"
        }
    }
}
