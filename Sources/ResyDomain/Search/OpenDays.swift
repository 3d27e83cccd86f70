/// The weeks of one restaurant, as a diner asks for them.
package struct OpenDaysRequest: Sendable {
    package var restaurant: String
    package var party: Int
    /// Nil: from today.
    package var from: String?
    /// Nil: as far as days are published.
    package var to: String?
    package var location: String?
    package var preferredTime: String?

    package init(
        restaurant: String, party: Int = 2, from: String? = nil, to: String? = nil, location: String? = nil,
        preferredTime: String? = nil
    ) {
        self.restaurant = restaurant
        self.party = party
        self.from = from
        self.to = to
        self.location = location
        self.preferredTime = preferredTime
    }
}

/// Which days of a restaurant have tables, and when later ones open.
package struct OpenDays: Sendable {
    package enum Status: String, Sendable { case open, soldOut = "sold_out", closed, unknown }

    package struct Day: Sendable {
        package var day: CalendarDay
        package var status: Status
        /// The tables of an open day that fit, nearest first where a time was wanted, else by time; nil where they were not
        /// looked at.
        package var slots: [Slot]?

        package init(day: CalendarDay, status: Status, slots: [Slot]? = nil) {
            self.day = day
            self.status = status
            self.slots = slots
        }
    }

    /// Why no table of those that were looked at can be booked here; nil where one can, or none was looked at.
    package var obstacle: Slot.Obstacle? {
        let slots = days.flatMap { $0.slots ?? [] }
        guard let first = slots.first, !slots.contains(where: \.isBookable) else { return nil }
        return first.obstacle ?? .noToken
    }

    /// Open days whose tables were not looked at; nil where there is none.
    package var unread: DayPattern? { pattern { $0.status == .open && $0.slots == nil } }

    /// The days that are not open.
    package var others: [(status: Status, days: DayPattern)] {
        [Status.soldOut, .closed, .unknown].compactMap { status in
            pattern { $0.status == status }.map { (status, $0) }
        }
    }

    /// Of no day does Resy say whether it has tables.
    package var isUnknown: Bool { !days.isEmpty && days.allSatisfy { $0.status == .unknown } }

    private func pattern(_ isMeant: (Day) -> Bool) -> DayPattern? {
        let meant = days.filter(isMeant).map(\.day)
        return meant.isEmpty ? nil : DayPattern(meant, among: days.map(\.day))
    }

    /// Days on which there are tables and none that can be booked here, those of one reason together.
    package var blocked: [BlockedDays] {
        var blocked: [BlockedDays] = []
        for day in days {
            guard let slots = day.slots, !slots.isEmpty, !slots.contains(where: \.isBookable) else { continue }
            let obstacles = slots.map { $0.obstacle ?? .noToken }.reduce(into: [Slot.Obstacle]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            if let index = blocked.firstIndex(where: { Set($0.obstacles) == Set(obstacles) }) {
                blocked[index].days.append(day.day)
            } else {
                blocked.append(BlockedDays(obstacles: obstacles, days: [day.day]))
            }
        }
        return blocked
    }

    /// Something is stated of when later days open.
    package var statesRelease: Bool {
        !release.isEmpty || remarks.contains { if case .search(.restaurantSays) = $0 { true } else { false } }
    }

    package var venue: Venue
    /// Deep link with seats, and the first open day.
    package var url: String
    package var party: Int
    package var preferredTime: TimeOfDay?
    package var eitherTime: DoubtfulTime?
    /// Ascending; those that are published.
    package var days: [Day]
    /// Nil where Resy does not say.
    package var publishedUntil: CalendarDay?
    /// Of the first day that was asked for, where it is not published; else of the next one to come.
    package var release: [ReleaseFact]
    /// Of the last day that was asked for, where it is not published and `release` speaks of another.
    package var lastRelease: [ReleaseFact] = []
    /// Why not all open days' tables were looked at; nil where all were, or none were wanted.
    package var end: SearchEnd?
    /// Seconds since the oldest of the answers used was given; nil where all are of this call.
    package var age: Double?
    package var readings: [WordReading] = []
    package var remarks: [Remark] = []

    package init(
        venue: Venue, url: String, party: Int, days: [Day], publishedUntil: CalendarDay?, release: [ReleaseFact]
    ) {
        self.venue = venue
        self.url = url
        self.party = party
        self.days = days
        self.publishedUntil = publishedUntil
        self.release = release
    }
}
