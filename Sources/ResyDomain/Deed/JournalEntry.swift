/// What is to be done, for whoever has to find out later whether it was.
package struct Intent: Sendable, Equatable {
    package var seating: String
    package var specialRequests: String?
    /// The restaurant's, so that it is known when the evening has begun.
    package var zone: Zone?
    /// The one to cancel.
    package var reservationID: Int?
    package var venueName: String?
    /// Nil for a cancellation.
    package var terms: AgreedTerms?
    /// To be sent once it is booked. Each has a row of its own, which is written with the entry and not read with it.
    package var wishes: [Wish]
    /// The table whose place this one is to take.
    package var change: ChangeLink?
    /// Words that stand in a table that is changed, and that a yes was given to overwrite.
    package var overwritten: [Wish.Field: String] = [:]

    package func overwritten(by wish: Wish) -> String? { overwritten[wish.field] }

    package init(
        seating: String, specialRequests: String? = nil, zone: Zone? = nil, reservationID: Int? = nil,
        venueName: String? = nil, terms: AgreedTerms? = nil, wishes: [Wish] = [], change: ChangeLink? = nil
    ) {
        self.change = change
        self.wishes = wishes
        self.terms = terms
        self.venueName = venueName
        self.seating = seating
        self.specialRequests = specialRequests
        self.zone = zone
        self.reservationID = reservationID
    }
}

/// One intent, and what became of it.
package struct JournalEntry: Sendable, Equatable {
    package enum Kind: String, Sendable { case book, cancel }

    package enum State: String, Sendable {
        /// Written before the request; still so after a crash, and then as unclear as `unknown`.
        case intended
        case unknown
        case booked
        case notBooked = "not_booked"
        case cancelled
        case notCancelled = "not_cancelled"
    }

    package var id: Int
    package var kind: Kind
    package var key: JournalKey
    package var state: State
    package var about: Intent
    /// When a list first showed the booked table; nil until one did.
    package var seenAt: Instant?
    package var createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Int, kind: Kind, key: JournalKey, state: State, about: Intent, seenAt: Instant? = nil, createdAt: Instant,
        updatedAt: Instant
    ) {
        self.id = id
        self.kind = kind
        self.key = key
        self.state = state
        self.about = about
        self.seenAt = seenAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// The one that was booked, or is to be cancelled.
    package var reservationID: Int? { about.reservationID }

    /// Something that a new booking of the same table has to respect.
    package var isStanding: Bool { isOpen || state == .booked }

    /// Nobody knows yet what became of it.
    package var isOpen: Bool { state == .intended || state == .unknown }

    /// Its call may still be at work: none takes longer.
    package func isYoung(_ now: Instant) -> Bool {
        state == .intended && now.seconds - createdAt.seconds < 60
    }

    /// The table of a booking. Its key holds the evening.
    package var sitting: Sitting {
        Sitting(
            venue: key.venue, name: about.venueName ?? "", zone: about.zone,
            day: kind == .book ? Evening.start(key.time, of: key.day) : key.day, time: key.time)
    }

    /// From then on Resy files the table under the past, and its absence means nothing; minutes are left for clocks
    /// that differ. Without a zone, as where the day begins first.
    package func hasBegun(by now: Instant) -> Bool {
        guard let zone = about.zone else {
            return key.day.daysSince1970 <= Int((now.seconds / 86_400 + 0.6).rounded(.down))
        }
        return zone.instant(sitting.day, key.time) <= now.adding(300)
    }
}
