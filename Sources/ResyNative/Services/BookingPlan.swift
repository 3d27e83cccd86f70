internal import ResyDomain

/// What a call wants to book, and all that was read for it before anything is decided.
struct BookingPlan: Sendable {
    var request: BookingRequest {
        didSet { if request.seating != oldValue.seating { seating = SeatingWish(request.seating) } }
    }
    /// The seating that counts: the one that the yes was given for, where the call names none.
    private(set) var seating: SeatingWish
    var account: String
    var email: String?
    var venue: Venue
    var evening: CalendarDay
    var time: TimeOfDay
    /// The time is one of its two while this is not nil: nothing is decided before it is settled.
    var doubt: DoubtfulTime?
    /// How doubtful words were read.
    var readings: [WordReading] = []
    var slots: [Slot] = []
    /// For which days and hours Resy's Notify can be set there.
    var notify: [NotifyHours] = []
    /// The account's list; nil where it could not be read, or not all of it.
    var list: ListReading?
    /// Why not, unless the caller does without it; or why the tables could not be had. Not thrown before the journal has
    /// spoken: an earlier try at this table may have booked it.
    var fault: ResyError?
    /// The terms of the table that was shown last, where Resy still lists it.
    var ahead: TermsAhead?
    /// Where a person can go on by hand.
    var url: String
    var brought = BroughtAnswer()
    /// The restaurant is a guess, and why: a person is to see which one it is.
    var guess: Remark?
    /// The table that this one is to take the place of.
    var replaced: Int?
    /// What a yes is given for.
    var deed: Deed { replaced == nil ? .book : .change }

    init(
        request: BookingRequest, account: String, email: String?, venue: Venue, evening: CalendarDay, time: TimeOfDay,
        doubt: DoubtfulTime? = nil, readings: [WordReading] = [], url: String, replaced: Int? = nil
    ) {
        (self.request, seating) = (request, SeatingWish(request.seating))
        (self.account, self.email, self.venue) = (account, email, venue)
        (self.evening, self.time, self.doubt, self.readings) = (evening, time, doubt, readings)
        (self.url, self.replaced) = (url, replaced)
    }

    /// What makes two bookings the same one.
    var key: JournalKey {
        JournalKey(account: account, venue: venue.id, day: evening, time: time, party: request.party)
    }

    var sitting: Sitting { Sitting(at: venue, Evening.start(time, of: evening), time) }

    /// The yes was for this evening here, whatever the seating.
    func isMeant(by agreement: Agreement) -> Bool {
        agreement.venue == venue.id && agreement.day == evening && agreement.time == time
            && agreement.party == request.party
    }

    /// Some table of that evening can be booked.
    var isServed: Bool { slots.contains { $0.isBookable } }

    func table(_ now: Instant) -> WantedTable {
        WantedTable(evening: evening, time: time, party: request.party, today: venue.today(now))
    }

    var wishes: [ToldWish] {
        request.wishes.map { ToldWish($0, .planned(isHidden: venue.hiddenWishes.contains($0.field))) }
    }

    /// An answer without an end.
    func outcome(
        _ status: BookingOutcome.Status, _ slot: Slot, byHand: String, remarks: [Remark] = []
    ) -> BookingOutcome {
        var outcome = BookingOutcome(
            status: status, venue: venue, url: url, evening: evening, slot: slot, party: request.party)
        outcome.email = email
        (outcome.specialRequests, outcome.occasion) = (request.specialRequests, request.occasion?.rawValue)
        (outcome.byHand, outcome.remarks) = (byHand, remarks)
        return outcome
    }
}
