internal import ResyDomain
internal import ResyNative

/// How a booking ended, for people.
enum BookingText {
    static func render(_ outcome: BookingOutcome, now: Instant, in voice: Voice = .model) -> String {
        let zone = outcome.venue.zone
        var lines = [headline(outcome, now, in: voice)]
        if let id = confirmationID(outcome) { lines.append("Confirmation: \(id)") }
        lines.append("Seating: \(outcome.slot.seating)")
        lines.append(
            outcome.slot.charges.main.map { "Fee: \(FactsText.fee($0, party: outcome.party, zone: zone, now: now))" }
                ?? "Fee: none")
        lines += voice.besideMain(outcome.slot.charges)
        if let until = FactsText.cancelBy(outcome.cancelBy, outcome.slot.charges.main?.kind, zone: zone, now: now) {
            lines.append("\(until.prefix(1).uppercased())\(until.dropFirst()).")
        }
        if let card = outcome.card { lines.append("Payment method: \(card)") }
        lines += WishText.lines(outcome)
        if let terms = outcome.terms, !terms.isEmpty {
            lines.append("Terms, as the restaurant words them:")
            lines += terms.map { "- \($0)" }
        }
        lines += voice.texts(outcome.remarks)
        if let token = outcome.confirmToken {
            let until = Words.moment(outcome.confirmBefore, in: zone).map { " (good until \($0))" } ?? ""
            lines.append("Confirm token: \(token)\(until)")
        }
        if outcome.status == .booked, let email = outcome.email {
            lines.append("Resy will send a confirmation email to \(email)")
        }
        lines.append("Party of \(outcome.party) on \(outcome.slot.day.iso). \(Words.details(outcome.venue)).")
        lines.append("On Resy: \(outcome.url)")
        return lines.joined(separator: "\n")
    }

    static func confirmationID(_ outcome: BookingOutcome) -> String? {
        outcome.reservationID.map { "RESY-\($0)" }
    }

    private static func headline(_ outcome: BookingOutcome, _ now: Instant, in voice: Voice) -> String {
        let table = Words.table(
            outcome.venue, outcome.evening, outcome.slot.day, outcome.slot.time, party: outcome.party, now: now)
        let reading = Words.readings(outcome.readings, in: voice)
        if outcome.isAboutWishAlone {
            let end = outcome.status == .declined ? "Nothing was replaced." : "Not replaced yet, it needs a yes."
            return "Already booked: \(table). \(end)"
        }
        return switch outcome.status {
        case .booked where outcome.isBookedBefore: "Already booked: \(table)\(reading)"
        case .booked: "Booked! \(table)\(reading)"
        case .needsConfirmation: "Not booked yet, it needs a yes: \(table)\(reading)"
        // With --yes there was one, only not for so much: the remark says so.
        case .declined:
            "Nothing was booked.\(voice.either(" No yes was received for:", "")) \(table)\(reading)"
        case .unknown: "It is not known whether this was booked: \(table)\(reading)"
        }
    }
}

/// The same for programs.
enum BookingJSON {
    static func render(_ outcome: BookingOutcome, nextStep: String? = nil, in voice: Voice = .model) -> JSON {
        let (slot, zone) = (outcome.slot, outcome.venue.zone)
        var members: [(String, JSON)] = [
            ("status", .string(outcome.status.rawValue)),
            ("confirmation_id", .string(BookingText.confirmationID(outcome))),
            ("venue", Facts.venue(outcome.venue, url: outcome.url)), ("date", .string(slot.day.iso)),
            ("time", .string(slot.time.clock)),
        ]
        if slot.day != outcome.evening { members.append(("evening", .string(outcome.evening.iso))) }
        members += [
            ("party_size", .integer(outcome.party)), ("seating", .string(slot.seating)),
            ("fee", Facts.fee(slot.charges, party: outcome.party, zone: zone)),
        ]
        if let terms = outcome.terms { members.append(("terms", .array(terms.map { .string($0) }))) }
        members += [
            ("cancel_by", Words.iso(outcome.cancelBy, in: zone)), ("confirm_token", .string(outcome.confirmToken)),
            ("confirm_before", Words.iso(outcome.confirmBefore, in: zone)), ("payment_method", .string(outcome.card)),
            ("special_requests", .string(outcome.specialRequests.map { DinersWords.shown($0) })),
            ("occasion", .string(outcome.occasion.map { DinersWords.shown($0) })),
            ("special_requests_sent", outcome.wishes.areSent.map { .bool($0) } ?? nil),
            ("email", .string(outcome.status == .booked ? outcome.email : nil)),
        ]
        // The text tells what became of a wish; so does this, for who reads nothing else.
        let notes =
            outcome.readings.map { voice.text($0) + "." } + WishText.lines(outcome) + voice.texts(outcome.remarks)
        if let note = Facts.note(notes) { members.append(("note", note)) }
        if let nextStep { members.append(("next_step", .string(nextStep))) }
        return .object(members)
    }
}
