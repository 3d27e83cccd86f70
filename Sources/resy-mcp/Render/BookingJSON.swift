internal import ResyDomain
internal import ResyNative

/// How a booking ended, or what it waits for, for programs.
enum BookingJSON {
    static func render(_ outcome: BookingOutcome, nextStep: String? = nil, in voice: Voice = .model) -> JSON {
        let (slot, zone) = (outcome.slot, outcome.venue.zone)
        let notes =
            outcome.readings.map { voice.text($0) + "." } + WishText.notes(outcome) + voice.texts(outcome.remarks)
        let mailsTo = outcome.status == .booked && !outcome.isBookedBefore ? outcome.email : nil
        return Facts.object(
            [
                ("status", .string(outcome.status.rawValue)),
                ("already", .bool(outcome.isBookedBefore || outcome.isAboutWishAlone)),
                ("confirmation_id", .string(BookingText.confirmationID(outcome))),
                ("venue", Facts.venue(outcome.venue, url: outcome.url)), ("date", .string(slot.day.iso)),
                ("time", .string(slot.time.clock)),
                ("evening", .string(slot.day == outcome.evening ? nil : outcome.evening.iso)),
                ("party_size", .integer(outcome.party)), ("seating", .string(slot.seating)),
                ("fee", Facts.fee(slot.charges, party: outcome.party, zone: zone, in: voice)),
                ("terms", outcome.terms.map { .array($0.map { .string($0) }) } ?? nil),
                ("cancel_by", Words.iso(outcome.cancelBy, in: zone)), ("payment_method", .string(outcome.card)),
                ("special_requests", .string(outcome.specialRequests.map { DinersWords.shown($0) })),
                ("occasion", .string(outcome.occasion.map { DinersWords.shown($0) })),
                ("special_requests_sent", .bool(outcome.wishes.areSent)),
                ("confirm_token", .string(outcome.confirmToken)),
                ("confirm_before", Words.iso(outcome.confirmBefore, in: zone)), ("email", .string(mailsTo)),
                ("note", Facts.texts(notes)), ("next_step", .string(nextStep)),
            ], always: ["fee", "special_requests_sent"])
    }
}
