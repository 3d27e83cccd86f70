internal import ResyDomain
internal import ResyNative

/// A look at the live service, for a script.
enum LiveText {
    static func json(_ report: LiveReport) -> JSON {
        [
            "ok": .bool(report.isWell),
            "venue": report.venue.map { ["id": .integer($0.id), "name": .string($0.name)] } ?? .null,
            "date": .string(report.day?.iso), "party_size": .integer(report.party),
            "error": report.trouble.map { error($0) } ?? .null, "calls": .array(report.calls.map { json($0) }),
            "tables": .integer(report.tables), "recorded": .array(report.recorded.map { .string($0) }),
            "release": report.release.map { release($0) } ?? .null,
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

    private static func release(_ news: ReleaseNews) -> JSON {
        switch news {
        case .none(let latest): ["newer": false, "latest": .string(latest.text), "url": .null]
        case .newer(let latest, let page): ["newer": true, "latest": .string(latest.text), "url": .string(page)]
        case .unread: ["newer": .null, "latest": .null, "url": .null]
        }
    }

    private static func error(_ error: ResyError) -> JSON {
        [
            "code": .string(error.code.name), "message": .string(Voice.person.message(error)),
            "hint": .string(Voice.person.hint(error)),
        ]
    }
}
