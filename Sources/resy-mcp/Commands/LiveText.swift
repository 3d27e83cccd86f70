internal import ResyDomain
internal import ResyNative

/// A look at the live service, for a person and for a script.
enum LiveText {
    static func render(_ report: LiveReport) -> String {
        var lines: [String] = []
        if let venue = report.venue {
            let day = report.day.map { ", \($0.iso)" } ?? ""
            lines.append("\(venue.name) (\(venue.id))\(day), party of \(report.party)")
        }
        for call in report.calls {
            lines.append(head(call))
            lines += call.findings.map { line($0) }
        }
        if !report.recorded.isEmpty {
            lines.append("recorded: " + report.recorded.joined(separator: ", "))
        }
        lines.append(verdict(report))
        return lines.joined(separator: "\n")
    }

    private static func head(_ call: LiveReport.Call) -> String {
        switch call.outcome {
        case .answered:
            let counts = [WireFinding.Verdict.held, .drifted, .notSeen].map { verdict in
                "\(call.findings.count { $0.verdict == verdict }) \(word(verdict))"
            }
            return "\(call.name): \(counts.joined(separator: ", "))"
        case .failed(let error):
            return "\(call.name): \(Voice.person.message(error)) \u{2014} \(Voice.person.hint(error))"
        case .notAsked: return "\(call.name): not asked"
        }
    }

    private static func line(_ finding: WireFinding) -> String {
        let start = finding.isBroken ? "FAIL  " : finding.verdict == .drifted ? "warn  " : "      "
        var text = "\(start)\(word(finding.verdict))  \(finding.path)"
        guard finding.verdict == .drifted else { return text }
        text += ": expected \(finding.expected), seen \(finding.seen.joined(separator: " or "))"
        text += " in \(finding.count) of \(finding.total)"
        let need = finding.isRequired ? "required" : "not needed"
        return text + " \u{2014} \(need)\(finding.isStillRead ? "; this program still reads it" : "")"
    }

    private static func verdict(_ report: LiveReport) -> String {
        let broken = report.broken
        if broken > 0 {
            return "Drifted where it matters: \(broken). Update resy-mcp; if it is the newest, report these lines."
        }
        if report.isWell { return "Nothing that is needed has drifted." }
        return "Nothing that is needed has drifted in what was answered, but not all was."
    }

    private static func word(_ verdict: WireFinding.Verdict) -> String {
        switch verdict {
        case .held: "held"
        case .drifted: "drifted"
        case .notSeen: "not seen"
        }
    }

    // MARK: - JSON

    static func json(_ report: LiveReport) -> JSON {
        [
            "ok": .bool(report.isWell),
            "venue": report.venue.map { ["id": .integer($0.id), "name": .string($0.name)] } ?? .null,
            "date": .string(report.day?.iso), "party_size": .integer(report.party),
            "error": report.trouble.map { error($0) } ?? .null, "calls": .array(report.calls.map { json($0) }),
            "recorded": .array(report.recorded.map { .string($0) }),
        ]
    }

    private static func json(_ call: LiveReport.Call) -> JSON {
        let (outcome, failure): (String, ResyError?) =
            switch call.outcome {
            case .answered: ("answered", nil)
            case .failed(let error): ("failed", error)
            case .notAsked: ("not_asked", nil)
            }
        return [
            "call": .string(call.name), "outcome": .string(outcome), "error": failure.map { error($0) } ?? .null,
            "findings": .array(call.findings.map { json($0) }),
        ]
    }

    private static func json(_ finding: WireFinding) -> JSON {
        [
            "path": .string(finding.path), "verdict": .string(finding.verdict.rawValue),
            "required": .bool(finding.isRequired), "expected": .string(finding.expected),
            "seen": .array(finding.seen.map { .string($0) }), "count": .integer(finding.count),
            "of": .integer(finding.total), "still_read": .bool(finding.isStillRead),
        ]
    }

    private static func error(_ error: ResyError) -> JSON {
        [
            "code": .string(error.code.name), "message": .string(Voice.person.message(error)),
            "hint": .string(Voice.person.hint(error)),
        ]
    }
}
