/// By which rule a restaurant opens its days, as its own words have it.
package enum ReleaseRule: Sendable, Equatable {
    /// `quote`: where the time that they name is not clear.
    case daysAhead(ReleaseWords, quote: String? = nil)
    /// On one day of the month before, for that month as a whole.
    case monthBefore(MonthlyRelease, quote: String)
    /// Its own words state one that no number of days holds for sure.
    case other(quote: String)

    /// Nil where the words say nothing of it. `party`: the one that asks, since a large one may have a rule of its own.
    package init?(_ text: String, for party: Int = 2, in zone: Zone?, now: Instant) {
        let read = ReleaseText(text)
        let sentences = read.sentences.map { ReleaseSentence($0, zone: zone, now: now) }
        func quote(_ isMeant: (ReleaseSentence) -> Bool) -> String? {
            let told = sentences.indices.filter { isMeant(sentences[$0]) }
            let words = told.compactMap { read.originals.dropFirst($0).first }.joined(separator: ". ")
            return words.isEmpty ? nil : words
        }
        if let own = quote({ $0.largeParty.map { party >= $0 } ?? false }) {
            self = .other(quote: own)
            return
        }
        if let words = ReleaseWords(sentences) {
            let said = words.isTimeUnclear ? quote { !$0.leads.isEmpty || !$0.clocks.isEmpty } : nil
            self = .daysAhead(words, quote: said)
            return
        }
        let telling = sentences.indices.filter { index in
            sentences[index].isByCalendar || sentences[index].leads.contains { !$0.isOfPart }
        }
        guard let first = telling.first else { return nil }
        let words = telling.compactMap { read.originals.dropFirst($0).first }.joined(separator: ". ")
        let clocks = Set(sentences.flatMap(\.clocks))
        if telling.count == 1, sentences.allSatisfy(\.leads.isEmpty), let day = sentences[first].dayOfMonthBefore {
            self = .monthBefore(
                MonthlyRelease(day: day, time: clocks.count == 1 ? clocks.first ?? nil : nil), quote: words)
        } else {
            self = .other(quote: words)
        }
    }

    var isByDays: Bool { if case .daysAhead = self { true } else { false } }
    var isByMonths: Bool { if case .monthBefore = self { true } else { false } }
    var isTimeUnclear: Bool { if case .daysAhead(let words, _) = self { words.isTimeUnclear } else { false } }

    /// The restaurant's sentence, where no number of days and no time says the same.
    package var quote: String? {
        switch self {
        case .daysAhead(_, let quote): quote
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
