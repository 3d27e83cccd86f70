internal import ResyDomain

/// A day calendar, and when Resy answered it.
struct KnownCalendar: Sendable {
    var calendar: VenueCalendar
    /// Nil where that was just now.
    var askedAt: Instant?
}

extension ResyCall {
    /// What the calendar answered within the last minute, for a wide search; else it is asked.
    func knownCalendar(
        venue: Int, party: Int, from start: CalendarDay, to end: CalendarDay
    ) async throws -> KnownCalendar {
        let key = LookMemory.Asked(
            path: "/4/venue/calendar", body: Array("\(venue) \(party) \(start.iso) \(end.iso)".utf8),
            isSignedIn: access.token != nil)
        if context.purpose == .search,
            let (calendar, at) = api.memory.recall(key, as: VenueCalendar.self, now: clock.now)
        {
            return KnownCalendar(calendar: calendar, askedAt: at)
        }
        let calendar = try await calendar(venue: venue, party: party, from: start, to: end)
        api.memory.keep(calendar, for: key, at: clock.now)
        return KnownCalendar(calendar: calendar)
    }
}
