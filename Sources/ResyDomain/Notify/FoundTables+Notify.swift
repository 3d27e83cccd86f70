extension FoundTables {
    /// The first restaurant and evening without a table of which Resy may tell when one opens; nil where there is none.
    package var notifiable: NotifyOffer? {
        func near(_ minutes: Int) -> TimeOfDay? {
            preferredTime.map { TimeOfDay(minutesAfterMidnight: $0.minutesAfterMidnight + minutes) }
        }
        let (from, until) = (earliest ?? near(-Self.notifyMinutes), latest ?? near(Self.notifyMinutes))
        return leftOut.lazy.compactMap { one in
            guard one.reason == .soldOut || one.reason == .noTable, case .evening(let venue, let day) = one.subject,
                !venue.isTock, !venue.wantsCaptcha
            else { return nil }
            return NotifyOffer(venue: venue.id, day: day, party: party, earliest: from, latest: until)
        }.first
    }

    /// Around the time that was wanted.
    private static var notifyMinutes: Int { 60 }
}
