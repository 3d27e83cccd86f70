/// Which tables there are for an evening.
package struct Availability: Sendable {
    package var venue: Venue
    /// Deep link with date and seats.
    package var url: String
    package var day: CalendarDay
    package var party: Int
    package var preferredTime: TimeOfDay?
    package var flexibility: Int
    /// Inside the window, nearest first where a time was wanted, else by time.
    package var slots: [Slot]
    /// Outside the window, the same order.
    package var otherTimes: [Slot]
    /// Days that have some table for this party; filled when this evening has nothing that fits.
    package var openDays: [CalendarDay]
    /// What else to know, such as a closed day.
    package var remarks: [Remark]
    /// A wanted time that stays in doubt; both readings are shown, and `preferredTime` is nil.
    package var eitherTime: DoubtfulTime?
    /// How doubtful words were read, such as `7:30 read as 7:30 PM`: for the first line.
    package var readings: [WordReading] = []
    /// The seating that was wished for and that no table has; then all tables are among the other times.
    package var missingSeating: String?
    /// Until when other days were looked at; nil where they were not.
    package var openDaysUntil: CalendarDay?
    /// Exact terms, where they were asked for: of the nearest tables that fit, one of a seating.
    package var quotes: [Quote] = []

    /// What Resy's Notify can be set for, where nothing fits and it can be.
    package var notify: NotifyOffer?

    /// When a day opens that is not published yet; empty where nobody states it, or it is.
    package var release: [ReleaseFact] = []

    package init(
        venue: Venue, url: String, day: CalendarDay, party: Int, preferredTime: TimeOfDay?, flexibility: Int,
        slots: [Slot], otherTimes: [Slot], openDays: [CalendarDay], remarks: [Remark]
    ) {
        self.venue = venue
        self.url = url
        self.day = day
        self.party = party
        self.preferredTime = preferredTime
        self.flexibility = flexibility
        self.slots = slots
        self.otherTimes = otherTimes
        self.openDays = openDays
        self.remarks = remarks
    }
}

/// What one table costs, as its terms say, read without taking anything.
package struct Quote: Sendable {
    package var slot: Slot
    package var terms: Terms
    /// The card that would be charged or held, where one would be.
    package var card: PaymentCard?

    package init(slot: Slot, terms: Terms, card: PaymentCard?) {
        self.slot = slot
        self.terms = terms
        self.card = card
    }
}
