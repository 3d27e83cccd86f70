internal import ResyDomain

extension VenueLinks {
    /// Where a call for an evening fails, the error leads to that evening's page, for a person to go on by hand.
    func offering<R>(
        _ venue: Venue, _ day: CalendarDay, _ party: Int, _ work: () async throws -> R
    ) async throws -> R {
        do {
            return try await work()
        } catch let failure as APIFailure where failure != .signedOut {
            throw failure.explained(url: page(of: venue, day: day, party: party))
        }
    }
}
