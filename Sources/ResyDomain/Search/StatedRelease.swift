/// All that is stated of when a restaurant's days open, whichever day is asked about.
package struct StatedRelease: Sendable {
    private let venue: Venue
    private let party: Int
    private let words: String?
    private let leadDays: Int?
    private let lastDay: CalendarDay?
    private let now: Instant

    /// - Parameters:
    ///   - words: what the restaurant wants its guests to know.
    ///   - leadDays: as Resy's `/2/config` has them.
    ///   - lastDay: that tables are shown of.
    package init(venue: Venue, party: Int, words: String?, leadDays: Int?, lastDay: CalendarDay?, now: Instant) {
        self.party = party
        (self.venue, self.words, self.leadDays, self.lastDay, self.now) = (venue, words, leadDays, lastDay, now)
    }

    /// What each source says of that day, side by side.
    package func facts(for day: CalendarDay) -> [ReleaseFact] {
        ReleaseFact.stated(
            for: day, of: venue, party: party, words: words, leadDays: leadDays, lastDay: lastDay, now: now)
    }

    /// The restaurant's own sentence, where it states a rule that is no number of days, or a time that is not clear.
    package var remarks: [Remark] {
        let quote = words.flatMap { ReleaseRule($0, for: party, in: venue.zone, now: now) }?.quote
        return quote.map { [.search(.restaurantSays($0))] } ?? []
    }
}
