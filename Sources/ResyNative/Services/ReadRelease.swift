internal import ResyDomain

/// When a day opens that is not published yet, as the restaurant's page, Resy's settings of it and its calendar have it.
///
/// It only adds to an answer: what cannot be read is left out, and nothing waits for the looking budget.
struct ReadRelease: Sendable {
    private let resy: ResyCall
    private let store: Store
    private let clock: any WallClock

    init(resy: ResyCall, store: Store, clock: any WallClock) {
        (self.resy, self.store, self.clock) = (resy.on(.search), store, clock)
    }

    /// - Parameter lastDay: of the calendar, which is asked already.
    func stated(of venue: Venue, party: Int, lastDay: CalendarDay?) async throws -> StatedRelease {
        let words = await words(of: venue)
        let leadDays = try? await resy.leadDays(venue: venue.id)
        try Task.checkCancellation()
        return StatedRelease(
            venue: venue, party: party, words: words, leadDays: leadDays ?? nil, lastDay: lastDay, now: clock.now)
    }

    /// A restaurant that was remembered without its words is read once more, and remembered with them.
    private func words(of venue: Venue) async -> String? {
        if let words = venue.needToKnow { return words }
        guard let page = try? await resy.venue(id: venue.id) else { return nil }
        var known = page.venue
        known.complete(with: venue)
        try? await store.renewVenue(known)
        return known.needToKnow
    }
}
