/// What a search over several restaurants or days brought.
package struct FoundTables: Sendable {
    /// One restaurant, with the tables that fit.
    package struct Result: Sendable {
        package var venue: Venue
        /// Deep link with seats, and the date of its best table.
        package var url: String
        package var evenings: [FoundEvening]
        /// Why it stands where it does.
        package var score: TableScore

        package init(venue: Venue, url: String, evenings: [FoundEvening], score: TableScore) {
            self.venue = venue
            self.url = url
            self.evenings = evenings
            self.score = score
        }
    }

    package var party: Int
    /// Nil where none was wanted, or while it is in doubt.
    package var preferredTime: TimeOfDay?
    /// A wanted time that stays in doubt: tables near both are there.
    package var eitherTime: DoubtfulTime?
    /// The window that was asked for; nil where that end was left open.
    package var earliest: TimeOfDay?
    package var latest: TimeOfDay?
    /// The days asked for, ascending.
    package var days: [CalendarDay]
    /// Where it was searched, as it was understood; nil where no place was given.
    package var place: String?
    /// Best first, at most as many as were asked for.
    package var results: [Result] = []
    package var searched = Searched()
    package var leftOut: [LeftOut] = []
    /// Why it ended before all was looked at; nil where it did not.
    package var end: SearchEnd?
    /// With which the same search goes on where it stopped; nil where it is done.
    package var cursor: String?
    /// How doubtful words were read: for the first line.
    package var readings: [WordReading] = []
    package var remarks: [Remark] = []

    package init(party: Int, days: [CalendarDay]) {
        self.party = party
        self.days = days
    }

    /// Something that was asked for was not looked at.
    package var isPartial: Bool { end != nil || cursor != nil || leftOut.contains { $0.reason == .notLooked } }

    /// How much was looked at.
    package struct Searched: Sendable, Equatable {
        package var venues = 0
        package var days = 0
        /// To Resy, in this call.
        package var requests = 0
        /// Seconds since the oldest of the answers used was given; nil where all are of this call.
        package var age: Double?

        package init() {}
    }
}

/// The tables of one restaurant on one evening that fit.
package struct FoundEvening: Sendable {
    package var day: CalendarDay
    /// Nearest first where a time was wanted, else by time; not empty.
    package var slots: [Slot]

    package init(day: CalendarDay, slots: [Slot]) {
        self.day = day
        self.slots = slots
    }
}
