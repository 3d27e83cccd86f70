/// What a restaurant's own words say of how many days ahead it opens a day, and at what time there.
///
/// Nothing rather than a guess: two numbers for parts of the house, a rule by months or weekdays, "about" and "usually" state
/// no number of days. When to cancel by, and how early a large party must ask, are other matters.
package struct ReleaseWords: Sendable, Equatable {
    package var daysAhead: Int
    /// Nil where none is stated, or more than one.
    package var time: TimeOfDay?
    /// A time is named, and it is not clear which: by another zone's clock, say, or "at 9".
    package var isTimeUnclear = false

    package init(daysAhead: Int, time: TimeOfDay?) {
        self.daysAhead = daysAhead
        self.time = time
    }

    /// - Parameters:
    ///   - zone: the restaurant's; another one that stands beside the time makes it unclear.
    ///   - now: whether it is summer decides nothing, the year does.
    package init?(_ text: String, in zone: Zone?, now: Instant) {
        self.init(ReleaseText(text).sentences.map { ReleaseSentence($0, zone: zone, now: now) })
    }

    init?(_ sentences: [ReleaseSentence]) {
        let leads = sentences.flatMap(\.leads)
        let stated = Set(leads.map(\.days))
        guard !sentences.contains(where: \.isByCalendar), stated.count == 1, leads.contains(where: { !$0.isOfPart }),
            let days = stated.first ?? nil
        else { return nil }
        daysAhead = days
        let clocks = Set(sentences.flatMap(\.clocks))
        time = clocks.count == 1 ? clocks.first ?? nil : nil
        isTimeUnclear = time == nil && !clocks.isEmpty
    }
}
