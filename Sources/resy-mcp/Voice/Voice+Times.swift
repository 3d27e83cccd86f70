internal import ResyDomain

/// Times of day that stand together.
extension Voice {
    /// As many times in a row with equal steps are told as a range.
    private static let shortestRun = 4
    /// Where more stand side by side, those of one hour are told by their minutes.
    private static let longestList = 12

    /// `6:00, 6:30 PM`; a run of equal steps as `5:00–10:45 PM every 15 min`; of many `6:00 :15 :45, 7:30 PM`. The times
    /// ascend.
    func times(_ times: [TimeOfDay], asRuns: Bool = true) -> String {
        var parts: [Part] = []
        var rest = times[...]
        while let first = rest.first {
            let run = Self.run(rest)
            let count = run.count < Self.shortestRun || !asRuns ? 1 : run.count
            parts.append(Part(first: first, last: rest[rest.startIndex + count - 1], step: count == 1 ? nil : run.step))
            rest = rest.dropFirst(count)
        }
        let isLong = parts.count > Self.longestList
        return parts.indices.reduce(into: "") { text, index in
            let isOfThatHour = isLong && index > 0 && parts[index].isOfHour(of: parts[index - 1])
            if index > 0 { text += isOfThatHour ? " " : ", " }
            text += parts[index].text(before: index + 1 < parts.count ? parts[index + 1] : nil, inMinutes: isOfThatHour)
        }
    }

    /// How many times from the first on follow one another at its step.
    private static func run(_ times: ArraySlice<TimeOfDay>) -> (count: Int, step: Int) {
        let minutes = times.map(\.minutesAfterMidnight)
        guard minutes.count > 1 else { return (minutes.count, 0) }
        let step = minutes[1] - minutes[0]
        let steps = zip(minutes, minutes.dropFirst()).prefix { $1 - $0 == step }
        return (steps.count + 1, step)
    }

    /// One time, or a run of them.
    private struct Part {
        var first: TimeOfDay
        var last: TimeOfDay
        /// In minutes; nil for one time.
        var step: Int?

        /// Both are single times of one hour.
        func isOfHour(of other: Part) -> Bool { step == nil && other.step == nil && first.hour == other.first.hour }

        /// `6:00`, `6:00 PM`, `5:00–10:45 PM every 15 min`: the half of the day once where the next time has the same.
        func text(before next: Part?, inMinutes: Bool) -> String {
            guard let step else {
                let isShared = next.map { $0.step == nil && Part.half($0.first) == Part.half(first) } ?? false
                let dial = inMinutes ? ":\(Digits.padded(first.minute, to: 2))" : Part.dial(first)
                return isShared ? dial : "\(dial) \(first.hour < 12 ? "AM" : "PM")"
            }
            let start = Part.half(first) == Part.half(last) ? Part.dial(first) : first.spoken
            return "\(start)–\(last.spoken) every \(step == 60 ? "hour" : "\(step) min")"
        }

        private static func half(_ time: TimeOfDay) -> Bool { time.hour < 12 }

        private static func dial(_ time: TimeOfDay) -> String {
            "\(time.hour % 12 == 0 ? 12 : time.hour % 12):\(Digits.padded(time.minute, to: 2))"
        }
    }
}
