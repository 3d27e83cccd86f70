internal import ResyDomain
internal import ResyNative

/// Times of day: which is meant, and why one is not.
extension Voice {
    func text(_ finding: TimeFinding) -> String {
        switch finding {
        case .unreadable(let error): text(error)
        case .contradicting(let error):
            error.time.map {
                "The date \(Self.said(error.date)) and the time \(Self.said($0)) contradict each other."
            } ?? "The date \(Self.said(error.date)) contradicts itself."
        case .otherClock(let said, let zone):
            "\(Self.said(said)) is not on the restaurant's clock"
                + (zone.map { ", which is that of \(CleanText.name($0.name))." } ?? ", which is not known.")
        case .differing(let said): "\(Self.said(said)) names different times of the day; one search is for one."
        case .twoNights(let nights): "That may be \(text(nights))."
        }
    }

    func text(_ advice: TimeAdvice) -> String {
        switch advice {
        case .sayReadably: "Say 19:00, 7pm, 7:30 PM, half past seven pm, noon or midnight."
        case .sayHours:
            "Say 19:00, 7pm, 7:30 PM, half past seven pm, noon or midnight; for a window give "
                + either(
                    "earliest, latest or both, such as earliest 19:00 and latest 21:00.", "--after, --before or both.")
        case .searchEach: "Search once for each of them, with its own days."
        case .choose(let times): "Say which is meant, \(Self.either(times)), with the day alone as the date."
        case .leaveZoneOut: "Give the restaurant's own time, without a zone."
        case .giveEvening(let nights):
            "Give the date of the evening that is meant: \(nights.evenings.map(\.iso).joined(separator: " or "))."
        }
    }

    private func text(_ error: TimeTextError) -> String {
        switch error.reason {
        case .notUnderstood where error.text.isEmpty: "No time is given."
        case .notUnderstood: "The time “\(error.text)” is not understood."
        case .noSuchTime: "The time “\(error.text)” does not exist."
        case .several: "The time “\(error.text)” is more than one; give one time."
        }
    }

    /// How words that could mean more than one thing were read, for the first line of an answer.
    func text(_ reading: WordReading) -> String {
        switch reading {
        case .time(let said, let time): "\(said) read as \(time.spoken)"
        case .either(let doubt, let isNearBoth):
            "\(doubt.said) may be \(text(doubt))\(isNearBoth ? "; there are tables near both" : "")"
        case .over(let time): "\(time.spoken) today is past"
        case .weekday(let day, let passed):
            "\(day.weekday.name) read as \(day.spoken), since "
                + (passed == .thatTime ? "that time is past today" : "no table is left today")
        case .nights(let nights): "That may be \(text(nights)); the first is shown"
        case .part(let part, let from, let until):
            "\(Self.name(part)) read as \(from.spoken) \(until.map { "to \($0.spoken)" } ?? "or later")"
        case .todayAlone(let said): "\(Self.said(said)) is today alone by now"
        }
    }

    /// `7:30 AM or 7:30 PM`.
    func text(_ doubt: DoubtfulTime) -> String { Self.either(doubt.readings) }

    /// `Sun Nov 29, 3:00 AM (the night of Saturday Nov 28, 2026-11-28)` and the same a day later.
    func text(_ nights: Nights) -> String {
        nights.evenings.map { evening in
            let day = Evening.start(nights.time, of: evening)
            return "\(day.spoken), \(nights.time.spoken) (the night of \(evening.spoken), \(evening.iso))"
        }.joined(separator: " or ")
    }

    private static func name(_ part: DayPart) -> String {
        switch part {
        case .morning: "Morning"
        case .brunch: "Brunch"
        case .lunch: "Lunch"
        case .afternoon: "Afternoon"
        case .evening: "Evening"
        case .night: "Night"
        }
    }

    private static func either(_ times: [TimeOfDay]) -> String { times.map(\.spoken).joined(separator: " or ") }

    private static func said(_ words: String) -> String { CleanText.quoted(words, to: 60) }
}
