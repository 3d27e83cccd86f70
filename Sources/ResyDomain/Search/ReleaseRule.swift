/// By which rule a restaurant opens its days, as its own words have it.
package enum ReleaseRule: Sendable, Equatable {
    case daysAhead(ReleaseWords)
    /// On one day of the month before, for that month as a whole.
    case monthBefore(MonthlyRelease, quote: String)
    /// Its own words state one that no number of days holds for sure.
    case other(quote: String)

    /// Nil where the words say nothing of it.
    package init?(_ text: String, in zone: Zone?, now: Instant) {
        let read = ReleaseText(text)
        let sentences = read.sentences.map { ReleaseSentence($0, zone: zone, now: now) }
        if let words = ReleaseWords(sentences) {
            self = .daysAhead(words)
            return
        }
        let telling = sentences.indices.filter { index in
            sentences[index].isByCalendar || sentences[index].leads.contains { !$0.isOfPart }
        }
        guard let first = telling.first else { return nil }
        let quote = telling.compactMap { read.originals.dropFirst($0).first }.joined(separator: ". ")
        let clocks = Set(sentences.flatMap(\.clocks))
        if telling.count == 1, sentences.allSatisfy(\.leads.isEmpty), let day = sentences[first].dayOfMonthBefore {
            self = .monthBefore(
                MonthlyRelease(day: day, time: clocks.count == 1 ? clocks.first ?? nil : nil), quote: quote)
        } else {
            self = .other(quote: quote)
        }
    }

    /// The restaurant's sentence, where no number of days says the same.
    package var quote: String? {
        switch self {
        case .daysAhead: nil
        case .monthBefore(_, let quote), .other(let quote): quote
        }
    }
}

/// A month that opens as a whole on one day of the month before it.
package struct MonthlyRelease: Sendable, Equatable {
    package var day: Int
    /// Nil where none is stated, or more than one.
    package var time: TimeOfDay?

    package init(day: Int, time: TimeOfDay?) {
        self.day = day
        self.time = time
    }

    /// When a day of some month opens.
    package func opening(of wanted: CalendarDay) -> CalendarDay? {
        let isJanuary = wanted.month == 1
        return CalendarDay(
            year: isJanuary ? wanted.year - 1 : wanted.year, month: isJanuary ? 12 : wanted.month - 1, day: day)
    }
}
