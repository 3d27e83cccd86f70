package import ResyDomain

/// What the use cases answer with: facts for both readers, the text and the structured result.

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
    /// Sentences of ours that a reader needs: a closed day.
    package var notes: [String]
    /// A wanted time that stays in doubt; both readings are shown, and `preferredTime` is nil.
    package var eitherTime: DoubtfulTime?
    /// How doubtful words were read, such as `7:30 read as 7:30 PM`: for the first line.
    package var readings: [String] = []
    /// The seating that was wished for and that no table has; then all tables are among the other times.
    package var missingSeating: String?

    package init(
        venue: Venue, url: String, day: CalendarDay, party: Int, preferredTime: TimeOfDay?, flexibility: Int,
        slots: [Slot], otherTimes: [Slot], openDays: [CalendarDay], notes: [String]
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
        self.notes = notes
    }
}

/// How a booking ended, or what it waits for.
package struct BookingOutcome: Sendable {
    package enum Status: String, Sendable {
        case booked, needsConfirmation = "needs_confirmation", declined, unknown
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
    /// Booked by an earlier call; nil for one that this call books.
    var earlier: EarlierBooking?
    /// Where a person can write to the restaurant by hand.
    package var byHand: String = ""
    package var notes: [String]
    /// All charges together; nil where the terms are not known.
    package var stake: Stake?
    /// What it waits for, where the client asks between two calls.
    package var question: OpenQuestion?
    /// How doubtful words were read, such as `7:30 read as 7:30 PM`: for the first line.
    package var readings: [String] = []

    package init(
        status: Status, reservationID: Int?, venue: Venue, url: String, evening: CalendarDay, slot: Slot, party: Int,
        terms: [String]?, cancelBy: Instant?, card: String?, email: String?, confirmToken: String?,
        confirmBefore: Instant?, specialRequests: String?, notes: [String], stake: Stake? = nil
    ) {
        self.status = status
        self.reservationID = reservationID
        self.venue = venue
        self.url = url
        self.evening = evening
        self.slot = slot
        self.party = party
        self.terms = terms
        self.cancelBy = cancelBy
        self.card = card
        self.email = email
        self.confirmToken = confirmToken
        self.confirmBefore = confirmBefore
        self.specialRequests = specialRequests
        self.notes = notes
        self.stake = stake
    }
}

extension BookingOutcome {
    /// The table is booked already, and all that waits for a yes is a wish that would overwrite another one.
    package var isAboutWishAlone: Bool { earlier != nil && (status == .needsConfirmation || status == .declined) }
}

extension BookingOutcome {
    /// An earlier call booked the table; this one booked nothing.
    package var isBookedBefore: Bool { earlier != nil && status == .booked }
}

/// The entry of a table in the journal, and its row in the list that was read, where it has one.
struct EarlierBooking: Sendable {
    var entry: Int
    var row: Reservation?
}

package struct CancellationOutcome: Sendable {
    package enum Status: String, Sendable {
        case cancelled, needsConfirmation = "needs_confirmation", declined, notCancelled = "not_cancelled", unknown
    }

    package var status: Status
    package var reservation: Reservation
    /// Money back: true, false, or nil where Resy did not say or nothing had been paid.
    package var refund: Bool?
    /// Where it waits for a yes: as the venue words them, cleaned; nil where they are not known.
    package var terms: [String]?
    package var confirmToken: String?
    package var confirmBefore: Instant?
    package var notes: [String]
    /// An earlier call did it and had Resy's word on a refund; this one asked for nothing.
    package var isEarlier = false
    /// What it waits for, where the client asks between two calls.
    package var question: OpenQuestion?

    package init(
        status: Status, reservation: Reservation, refund: Bool?, confirmToken: String?, confirmBefore: Instant?,
        notes: [String]
    ) {
        self.status = status
        self.reservation = reservation
        self.refund = refund
        self.confirmToken = confirmToken
        self.confirmBefore = confirmBefore
        self.notes = notes
    }
}

package struct ReservationList: Sendable {
    package var reservations: [Reservation]
    /// Whether Resy answered; if not, the list is what this home remembers.
    package var isSynced: Bool
    package var notes: [String]
    package var undelivered: [UndeliveredWishes] = []

    package init(reservations: [Reservation], isSynced: Bool, notes: [String]) {
        self.reservations = reservations
        self.isSynced = isSynced
        self.notes = notes
    }
}
