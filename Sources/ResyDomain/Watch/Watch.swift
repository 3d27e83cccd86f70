/// One restaurant whose tables this machine looks for from time to time. It tells of them and never books.
package struct Watch: Sendable, Equatable {
    /// At the same time, in one home.
    package static let most = 6
    /// Days that one lasts, and that it looks ahead.
    package static let longest = 30

    package var id: Int
    package var venue: Venue
    /// Evenings, ascending; at least one.
    package var days: [CalendarDay]
    package var party: Int
    package var hours: WatchedHours
    package var seating: String?
    /// Most that may be at stake for the whole party, in the restaurant's currency; nil: any.
    package var mostFee: Double?
    /// The last day on which it looks.
    package var until: CalendarDay
    package var earlierThan: HeldTable?
    package var createdAt: Instant
    package var lastLook: Instant?
    package var nextLook: Instant
    /// No look has succeeded since.
    package var failing: Failing?
    /// Tables that it has told of.
    package var found = 0

    package struct Failing: Sendable, Equatable {
        /// Why the last one did.
        package enum Cause: String, Sendable {
            case network, limited, blocked, unreadable, fault

            package init(_ code: ResyError.Code) {
                self =
                    switch code {
                    case .network: .network
                    case .rateLimited: .limited
                    case .blocked: .blocked
                    case .schemaChanged: .unreadable
                    default: .fault
                    }
            }
        }

        package var since: Instant
        package var cause: Cause

        package init(since: Instant, cause: Cause) { (self.since, self.cause) = (since, cause) }
    }

    /// The table that a better one is looked for: only what begins before it is told.
    package struct HeldTable: Sendable, Equatable {
        package var id: Int
        package var venue: Int
        /// The calendar's day on which it starts.
        package var day: CalendarDay
        package var time: TimeOfDay

        package init(id: Int, venue: Int, day: CalendarDay, time: TimeOfDay) {
            self.id = id
            self.venue = venue
            self.day = day
            self.time = time
        }

        func isAfter(_ day: CalendarDay, _ time: TimeOfDay) -> Bool { (day, time) < (self.day, self.time) }
    }

    package init(
        id: Int, venue: Venue, days: [CalendarDay], party: Int, hours: WatchedHours, seating: String?, mostFee: Double?,
        until: CalendarDay, earlierThan: HeldTable?, createdAt: Instant
    ) {
        self.id = id
        self.venue = venue
        self.days = days
        self.party = party
        self.hours = hours
        self.seating = seating
        self.mostFee = mostFee
        self.until = until
        self.earlierThan = earlierThan
        self.createdAt = createdAt
        nextLook = createdAt
    }

    /// Looks for the same.
    package func isLike(_ other: Watch) -> Bool {
        venue.id == other.venue.id && days == other.days && party == other.party && hours == other.hours
            && SeatingWish.key(seating ?? "") == SeatingWish.key(other.seating ?? "") && mostFee == other.mostFee
            && until == other.until && earlierThan == other.earlierThan
    }
}
