/// What a search has no tables of, and why.
package struct LeftOut: Sendable, Equatable {
    package enum Subject: Sendable, Equatable {
        /// As the diner named it.
        case name(String)
        case venue(Venue)
        case evening(Venue, CalendarDay)
        case day(CalendarDay)
        /// So many restaurants that a search found.
        case restaurants(Int)
    }

    package enum Reason: Sendable, Equatable {
        /// The name fits none or several; the error has them to choose from.
        case unnamed(ResyError)
        /// No table at all, and Resy does not say why.
        case noTable
        /// Nobody has a table that fits.
        case nothingFits
        case soldOut
        case closed
        case notPublished(after: CalendarDay?)
        /// There are tables, all outside the times asked for; the nearest of them.
        case otherTimes([TimeOfDay])
        /// There are tables, none of that seating.
        case otherSeatings([String])
        /// All that fit cost more than was allowed, or may.
        case dearer
        case absence(Absence)
        case sizes(PartySizes)
        /// It is not in the place asked for.
        case elsewhere
        /// Nothing says whether it is in the place asked for.
        case placeUnknown
        /// More restaurants fit than were asked for.
        case beyondLimit
        /// The day lies behind.
        case past
        /// The search ended before it.
        case notLooked
        case unread(Finding)
    }

    package var subject: Subject
    package var reason: Reason

    package init(_ subject: Subject, _ reason: Reason) {
        self.subject = subject
        self.reason = reason
    }
}

/// What ended a search before all was looked at.
package enum SearchEnd: Sendable, Equatable {
    /// The looking budget; `until`: when there is enough for the next request.
    case budget(until: Instant)
    /// As many table searches as one call makes.
    case finds(Int)
    case time
    /// A limit, a block or another failure of Resy's.
    case failed(Finding, until: Instant?)
}
