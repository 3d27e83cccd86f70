internal import ResyDomain

/// A list that lacks a table which an earlier one had shown is read once more, before the table counts as cancelled
/// elsewhere: one bad answer must not free what may then be booked twice.
struct SecondLook: Sendable {
    let store: Store
    let clock: any WallClock

    /// Seconds between the two.
    static let pause: Double = 1.5
    /// For so many seconds after a booking a list may go back and forth: Resy was seen to show one up to five late.
    static let flicker: Double = 10

    /// The numbers of tables booked from here that are still to come, were listed before `moment`, when this list was
    /// asked for, and are not in it.
    func missing(from list: [Reservation], askedAt moment: Instant, account: String) async -> [Int] {
        let day = CalendarDay.earliest(at: clock.now)
        let shown = (try? await store.listedBookings(account: account, since: day, before: moment)) ?? []
        var missing: [Int] = []
        for id in shown where !list.contains(where: { $0.id == id }) {
            guard let known = try? await store.reservation(id: id), known.reservation.status == .confirmed,
                clock.now.seconds - known.recordedAt.seconds >= Self.flicker,
                !known.reservation.hasBegun(by: clock.now)
            else { continue }
            missing.append(id)
        }
        return missing
    }
}

extension Store {
    /// Whether a table booked from here, which a list asked for at `moment` lacks, was cancelled elsewhere. Not where a
    /// later list has shown it, nor while it is too young to be listed.
    func isGone(_ table: Reservation, fromListAskedAt moment: Instant, account: String, now: Instant) -> Bool {
        guard let entry = try? entry(for: JournalKey.booking(of: table, account: account), kind: .book) else {
            return false
        }
        return entry.isGone(fromListAskedAt: moment, now: now)
    }
}

extension JournalEntry {
    /// The same of a booked table's entry.
    func isGone(fromListAskedAt moment: Instant, now: Instant) -> Bool {
        if let seenAt { return seenAt < moment && now.seconds - updatedAt.seconds >= SecondLook.flicker }
        return now.seconds - updatedAt.seconds >= Settlement.lag
    }
}
