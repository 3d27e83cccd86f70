internal import ResyDomain

/// Times of one evening as a terminal shows them: `6:30`, and `11:30 AM` in a row that is not all of one evening.
struct Clockwork {
    /// From then to midnight an hour is nothing but the evening's.
    static let evening = TimeOfDay(minutesAfterMidnight: 16 * 60)

    private static func isPlain(_ times: some Sequence<TimeOfDay>) -> Bool { times.allSatisfy { $0 >= evening } }

    private func text(_ time: TimeOfDay, isPlain: Bool) -> String {
        isPlain ? String(time.spoken.dropLast(3)) : Line.glued(time.spoken)
    }

    /// `5:00–5:30`, `5:00`; nil for none.
    func span(_ times: [TimeOfDay]) -> String? {
        let times = times.sorted { Evening.minutes(of: $0) < Evening.minutes(of: $1) }
        guard let first = times.first, let last = times.last else { return nil }
        return span(first, last, isPlain: Self.isPlain([first, last]))
    }

    private func span(_ first: TimeOfDay, _ last: TimeOfDay, isPlain: Bool) -> String {
        let start = text(first, isPlain: isPlain)
        return first == last ? start : "\(start)\u{2013}\(text(last, isPlain: isPlain))"
    }

    /// Each time, those `marked` in brackets; runs of equal steps as `5:00–10:45 every 15 min` where `asRuns`.
    func row(_ times: [TimeOfDay], marked: [TimeOfDay] = [], asRuns: Bool) -> String {
        let isPlain = Self.isPlain(times)
        guard asRuns else {
            return times.map { time in
                let shown = text(time, isPlain: isPlain)
                return marked.contains(time) ? "[\(shown)]" : " \(shown) "
            }.joined()
        }
        var (rest, words) = (times[...], [String]())
        while let first = rest.first {
            let run = Self.run(rest)
            if run.count >= 4, let last = run.last {
                let step = Evening.minutes(of: run[run.startIndex + 1]) - Evening.minutes(of: first)
                words.append(Line.glued("\(span(first, last, isPlain: isPlain)) every \(step) min"))
                rest = rest.dropFirst(run.count)
            } else {
                words.append(text(first, isPlain: isPlain))
                rest = rest.dropFirst()
            }
        }
        return " " + words.joined(separator: "  ") + " "
    }

    /// The longest beginning with equal steps.
    private static func run(_ times: ArraySlice<TimeOfDay>) -> ArraySlice<TimeOfDay> {
        let minutes = times.map { Evening.minutes(of: $0) }
        guard minutes.count > 2 else { return times.prefix(1) }
        var end = 2
        while end < minutes.count, minutes[end] - minutes[end - 1] == minutes[1] - minutes[0] { end += 1 }
        return times.prefix(end)
    }
}
