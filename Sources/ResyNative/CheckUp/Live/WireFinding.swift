internal import ResyDomain

/// What became of one assumption. Names kinds and numbers of places, never a value.
package struct WireFinding: Sendable, Equatable {
    package enum Verdict: String, Sendable { case held, drifted, notSeen = "not_seen" }

    package var path: String
    package var isRequired: Bool
    package var expected: String
    package var verdict: Verdict
    /// Kinds that were not expected, each once, in the order they came.
    package var seen: [String] = []
    /// In so many places, of so many that were looked at.
    package var count = 0
    package var total = 0
    /// The decoders take it all the same.
    package var isStillRead = false

    package var isBroken: Bool { verdict == .drifted && isRequired }

    /// Resy answered, but with something that no table describes.
    static func unreadable(_ path: String, expected: String, seen: String) -> WireFinding {
        WireFinding(
            path: path, isRequired: true, expected: expected, verdict: .drifted, seen: [seen], count: 1, total: 1)
    }
}

/// Compares an answer with what is assumed of it.
package enum WireComparison {
    package static func compare(_ answer: JSON, _ table: [Assumption]) -> [WireFinding] {
        table.map { assumption in
            var places = Places()
            places.collect(answer, assumption.steps[...])
            return judge(assumption, places)
        }
    }

    /// Where a path leads.
    private struct Places {
        var values: [JSON] = []
        /// Objects that lack the last member.
        var gaps = 0

        /// A parent that is absent or of another kind is its own assumption's affair.
        mutating func collect(_ value: JSON, _ steps: ArraySlice<Assumption.Step>) {
            guard let step = steps.first else { return values.append(value) }
            let rest = steps.dropFirst()
            switch step {
            case .member(let key):
                if let child = value.member(key) {
                    collect(child, rest)
                } else if value.kind == .object, rest.isEmpty {
                    gaps += 1
                }
            case .elements: for item in (try? value.items) ?? [] { collect(item, rest) }
            case .members: for (_, item) in value.members { collect(item, rest) }
            }
        }
    }

    private static func judge(_ assumption: Assumption, _ places: Places) -> WireFinding {
        var finding = WireFinding(
            path: assumption.path, isRequired: assumption.isRequired, expected: assumption.expected, verdict: .notSeen)
        var isRead = true
        func drift(_ word: String) {
            finding.count += 1
            if !finding.seen.contains(word) { finding.seen.append(word) }
        }
        for value in places.values {
            if assumption.kinds.contains(where: { $0.fits(value) }) {
                finding.total += 1
            } else if !value.isNull || assumption.isRequired {
                finding.total += 1
                drift(WireKind.word(for: value, expected: assumption.kinds))
                isRead = isRead && !value.isNull && assumption.kinds.contains { $0.isRead(value) }
            }
        }
        if assumption.isRequired, places.gaps > 0 {
            finding.total += places.gaps
            finding.count += places.gaps
            finding.seen.append("nothing")
            isRead = false
        }
        if finding.total > 0 { finding.verdict = finding.count > 0 ? .drifted : .held }
        finding.isStillRead = finding.verdict == .drifted && isRead
        return finding
    }
}
