/// How a booking ended, or what it waits for.
package struct BookingOutcome: Sendable {
    package enum Status: String, Sendable {
        case booked, needsConfirmation = "needs_confirmation", declined, unknown
        /// The user's own limit says no, and nobody was asked.
        case overLimit = "over_limit"
    }

    package var status: Status
    package var reservationID: Int?
    package var venue: Venue
    package var url: String
    /// The evening asked for.
    package var evening: CalendarDay
    package var slot: Slot
    package var party: Int
    /// Lines as the venue words them, cleaned; nil where they are not known, which is not the same as none.
    package var terms: [String]?
    package var cancelBy: Instant?
    /// `Visa ending in 4242`, where a card is named.
    package var card: String?
    /// Where Resy mails the confirmation.
    package var email: String?
    package var confirmToken: String?
    package var confirmBefore: Instant?
    /// What this call asks for; where it asks for nothing, what the reservation has.
    package var specialRequests: String?
    package var occasion: String?
    /// What is, or becomes, of what was asked for.
    package var wishes: [ToldWish] = []
    /// Booked before, by an earlier call or elsewhere; nil for one that this call books.
    package var earlier: EarlierBooking?
    /// Where a person can write to the restaurant by hand.
    package var byHand = ""
    package var remarks: [Remark] = []
    /// All charges together; nil where the terms are not known.
    package var stake: Stake?
    /// What it waits for, where the client asks between two calls.
    package var question: OpenQuestion?
    /// How doubtful words were read: for the first line.
    package var readings: [WordReading] = []

    package init(status: Status, venue: Venue, url: String, evening: CalendarDay, slot: Slot, party: Int) {
        self.status = status
        self.venue = venue
        self.url = url
        self.evening = evening
        self.slot = slot
        self.party = party
    }

    /// The table is booked already, and all that waits for a yes is a wish that would overwrite another one.
    package var isAboutWishAlone: Bool { earlier != nil && (status == .needsConfirmation || status == .declined) }

    /// The table had been booked before, here or elsewhere; this call booked nothing.
    package var isBookedBefore: Bool { earlier != nil && status == .booked }
}

/// The entry of a table in the journal, nil for one that was booked elsewhere; and its row in the list that was read, where
/// it has one.
package struct EarlierBooking: Sendable {
    package var entry: Int?
    package var row: Reservation?

    package init(entry: Int?, row: Reservation? = nil) {
        self.entry = entry
        self.row = row
    }
}
