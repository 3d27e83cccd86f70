/// One entry of the account's list at Resy: it sends a message when a table opens. Resy looks, and Resy sends it.
package struct Notify: Sendable, Equatable {
    /// Resy's number of it.
    package var id: Int
    package var venue: Venue
    /// The evening that is meant.
    package var day: CalendarDay
    package var party: Int
    /// Nil where the list does not say it, or says it in a way that is not known.
    package var earliest: TimeOfDay?
    package var latest: TimeOfDay?
    /// Resy's number of the service, such as 2 for dinner; taking an entry off needs it.
    package var service: Int?

    package init(
        id: Int, venue: Venue, day: CalendarDay, party: Int, earliest: TimeOfDay?, latest: TimeOfDay?, service: Int?
    ) {
        self.id = id
        self.venue = venue
        self.day = day
        self.party = party
        self.earliest = earliest
        self.latest = latest
        self.service = service
    }

    /// It tells of all that would be asked for, so that asking adds nothing.
    package func covers(_ window: NotifyWindow, of wish: NotifySubject) -> Bool {
        guard isOf(wish), service == nil || service == window.service, let earliest, let latest else { return false }
        return Evening.minutes(of: earliest) <= window.opens && Evening.minutes(of: latest) >= window.closes
    }

    /// Just what was asked for.
    package func isExactly(_ window: NotifyWindow, of wish: NotifySubject) -> Bool {
        isOf(wish) && (service == nil || service == window.service) && earliest == window.earliest
            && latest == window.latest
    }

    package func isOf(_ wish: NotifySubject) -> Bool {
        venue.id == wish.venue && day == wish.day && party == wish.party
    }
}

/// What a message is wanted about, whatever the hours.
package struct NotifySubject: Sendable, Equatable {
    package var venue: Int
    package var day: CalendarDay
    package var party: Int

    package init(venue: Int, day: CalendarDay, party: Int) {
        (self.venue, self.day, self.party) = (venue, day, party)
    }
}

/// Hours of one service on one evening, as they are asked for.
package struct NotifyWindow: Sendable, Equatable {
    package var service: Int
    /// Minutes after midnight of the evening's day.
    package var opens: Int
    package var closes: Int

    package init(service: Int, opens: Int, closes: Int) {
        (self.service, self.opens, self.closes) = (service, opens, closes)
    }

    package var earliest: TimeOfDay { TimeOfDay(minutesAfterMidnight: opens) }
    package var latest: TimeOfDay { TimeOfDay(minutesAfterMidnight: closes) }
}
