internal import ResyDomain
internal import ResyNative

/// How a booking ended, or what it waits for, in words that stand alone.
enum BookingText {
    static func render(_ outcome: BookingOutcome, now: Instant, in voice: Voice = .model) -> String {
        var lines = [headline(outcome, now, in: voice)]
        lines.append(money(outcome, now, in: voice))
        lines += WishText.lines(outcome)
        if let terms = Words.terms(outcome.terms) { lines.append(terms) }
        lines += voice.texts(outcome.remarks.filter { $0 != .booking(.bookedBefore) })
        if let token = outcome.confirmToken {
            lines.append(
                Words.token(token, before: outcome.confirmBefore, now: now, tool: "make_reservation", in: voice))
        }
        if outcome.status == .booked, !outcome.isBookedBefore, let email = outcome.email {
            lines.append("Resy mails the confirmation to \(email).")
        }
        lines.append(Words.page(outcome.venue, outcome.url))
        return lines.joined(separator: "\n")
    }

    static func confirmationID(_ outcome: BookingOutcome) -> String? {
        outcome.reservationID.map { "RESY-\($0)" }
    }

    /// What is so, of which table.
    private static func headline(_ outcome: BookingOutcome, _ now: Instant, in voice: Voice) -> String {
        let reading = Words.readings(outcome.readings, in: voice)
        let number = confirmationID(outcome).map { " (\($0))" } ?? ""
        let table =
            Words.table(
                outcome.venue, outcome.evening, outcome.slot.day, outcome.slot.time, party: outcome.party,
                seating: outcome.slot.seating, now: now) + number + reading
        if outcome.isAboutWishAlone {
            let end = outcome.status == .declined ? "Nothing was replaced." : "Please confirm what is to be replaced:"
            return "Already booked: \(table). \(end)"
        }
        return switch outcome.status {
        case .booked where outcome.isBookedBefore:
            "Already booked: \(table). \(outcome.wishes.isEmpty ? "Nothing new was sent." : "No second table was booked.")"
        case .booked: "Booked: \(table)."
        case .needsConfirmation: "Not booked yet. Please confirm: \(table)."
        case .overLimit, .declined: "Not booked: \(table)." + (isReasoned(outcome) ? "" : " Nothing was booked.")
        case .unknown: "It is not known whether this was booked: \(table)."
        }
    }

    /// A remark says who said no, and that nothing was booked.
    private static func isReasoned(_ outcome: BookingOutcome) -> Bool {
        outcome.remarks.contains {
            switch $0 {
            case .booking(.saidNo), .booking(.overLimit), .yes(.notCovered): true
            default: false
            }
        }
    }

    /// `At stake: $50 late fee per guest ($100 for 2), free to cancel until Fri 7 PM. Card: Visa ending in 4242.`
    private static func money(_ outcome: BookingOutcome, _ now: Instant, in voice: Voice) -> String {
        let charges = outcome.slot.charges.withoutWords(told: outcome.terms ?? [])
        let cost = voice.cost(
            charges, party: outcome.party, until: outcome.cancelBy, in: outcome.venue.zone, now: now,
            isAhead: outcome.status != .booked && !outcome.isAboutWishAlone)
        var parts: [String] = []
        // A free table may have a time to cancel by, and so may one whose charges end at another one.
        let isTold = charges.count == 1 && charges.main?.cutOff == nil || charges.freeUntil == outcome.cancelBy
        if let until = outcome.cancelBy, until > now, charges.isEmpty || !isTold,
            let moment = voice.moment(until, in: outcome.venue.zone, now: now)
        {
            parts.append(charges.isEmpty ? "Free to cancel until \(moment)." : "Cancel by \(moment).")
        }
        if !charges.isEmpty || parts.isEmpty { parts.insert(voice.atStake(charges, cost), at: 0) }
        if let card = outcome.card { parts.append("Card: \(card).") }
        return parts.joined(separator: " ")
    }
}
