internal import ResyDomain
internal import ResyNative

/// The facts that several texts share, as words.
enum FactsText {
    static let noToken = "Resy shows this time but does not let it be booked here"

    /// `6:30 PM - Dining Room (Resy)`, then what keeps it from being booked and what it costs.
    static func slot(
        _ slot: Slot, evening: CalendarDay, zone: Zone?, now: Instant, in voice: Voice = .model
    ) -> String {
        var line = "\(Words.time(slot.time, on: slot.day, of: evening)) - \(slot.seating) (Resy)"
        if !slot.isBookable { line += " - cannot be booked here: \(slot.obstacle.map { voice.text($0) } ?? noToken)" }
        for charge in slot.charges.told { line += " - \(fee(charge, zone: zone, now: now, saysBasis: false))" }
        return line
    }

    /// `cancellation fee 50 USD per guest, free until Friday Feb 13 at 7:00 PM`, or that this has ended. Where many fees
    /// stand together, that their basis is not known is said once, by `unknownBasis`.
    static func fee(
        _ fee: Charge, party: Int? = nil, zone: Zone?, now: Instant, saysBasis: Bool = true
    ) -> String {
        let cutOff = cutOff(fee, zone: zone, now: now)
        let kind =
            switch fee.kind {
            case .cancellation: "cancellation fee"
            case .deposit: "deposit"
            case .prepaid: "paid in advance"
            case .unknown: "may cost money"
            }
        let named = fee.kind == .unknown && fee.saysSomething ? Voice.model.text(fee) : nil
        guard let amount = fee.amount?.value else { return "\(kind) (\(named ?? "amount not stated"))\(cutOff)" }
        if let named { return "\(kind) (\(named); \(Words.amount(amount)) \(fee.currency ?? "") in all)\(cutOff)" }
        let tax = fee.isBeforeTax ? " plus tax" : ""
        let total = total(fee, party)
        let basis =
            switch fee.basis {
            case .guest: " per guest" + (total.map { " (\($0))" } ?? "")
            case .party: " for the party"
            case .unknown:
                saysBasis ? " (per guest or for the party: not stated\(total.map { "; at most \($0)" } ?? ""))" : ""
            }
        return
            "\(kind) \(Words.amount(amount)) \(fee.currency ?? "(currency not stated)")\(tax)\(basis)\(large(fee))\(cutOff)"
    }

    /// `100 USD for 2`, where the amount alone is not what the party stands to lose.
    private static func total(_ fee: Charge, _ party: Int?) -> String? {
        guard let party, party > 1, fee.basis != .party,
            case .known(let sum, let currency, _) = fee.stake(party: party)
        else { return nil }
        return "\(Words.amount(sum.value)) \(currency) for \(party)"
    }

    private static func large(_ fee: Charge) -> String {
        guard case .largeParty(let size) = fee.about else { return "" }
        return size.map { " for parties of \($0) or more" } ?? " for a large party"
    }

    /// In words that promise no more than the date does: what is taken at booking may come back, and is not free.
    private static func cutOff(_ fee: Charge, zone: Zone?, now: Instant) -> String {
        guard let moment = Words.moment(fee.cutOff, in: zone) else { return "" }
        let isOver = Words.isOver(fee.cutOff, now: now)
        return switch fee.kind {
        case .cancellation: isOver ? ", free cancellation ended \(moment)" : ", free until \(moment)"
        case .deposit, .prepaid: isOver ? ", refundable until \(moment), which is past" : ", refundable until \(moment)"
        case .unknown: ", to be cancelled by \(moment)\(isOver ? ", which is past" : "")"
        }
    }

    /// `cancel free of charge until Friday Feb 13 at 7:00 PM`; nil without a date. `kind` is what is at stake.
    static func cancelBy(_ until: Instant?, _ kind: Charge.Kind?, zone: Zone?, now: Instant) -> String? {
        guard let moment = Words.moment(until, in: zone) else { return nil }
        let isOver = Words.isOver(until, now: now)
        return switch kind {
        case .cancellation: isOver ? "free cancellation ended \(moment)" : "cancel free of charge until \(moment)"
        case .deposit, .prepaid:
            isOver ? "refundable until \(moment), which is past" : "cancel by \(moment) for a refund"
        case nil where isOver: "it was to be cancelled by \(moment), which is past; no fee is stated for that"
        case .unknown, nil: isOver ? "it was to be cancelled by \(moment), which is past" : "cancel by \(moment)"
        }
    }

    /// Nil where every fee with an amount says what it is for.
    static func unknownBasis(of slots: [Slot]) -> String? {
        guard slots.contains(where: { $0.charges.main?.basis == .unknown && $0.charges.main?.amount != nil }) else {
            return nil
        }
        return "Resy does not state here whether these fees are per guest or for the party."
    }

    /// One reservation, a line for what it is and one for what belongs to it.
    static func reservation(_ held: Reservation, link: VenueLinks, now: Instant) -> String {
        var facts = [held.confirmationID]
        if let seating = held.seating { facts.append(seating) }
        facts.append(status(held.status))
        facts.append(held.source == .resyMCP ? "booked here" : "booked elsewhere")
        if held.status == .confirmed {
            // A fee says until when it is not owed.
            if held.charges.isEmpty || held.charges.freeUntil != held.cancelBy,
                let until = cancelBy(
                    held.cancelBy, held.charges.main?.kind ?? .cancellation, zone: held.venue.zone, now: now)
            {
                facts.append(until)
            }
            if !held.mayCancel { facts.append("Resy does not let it be cancelled here") }
        }
        facts += held.charges.told.map { FactsText.fee($0, party: held.party, zone: held.venue.zone, now: now) }
        if let wishes = held.specialRequests { facts.append("requests: \(DinersWords.shown(wishes))") }
        let table = Words.table(held.venue, held.evening, held.day, held.time, party: held.party, now: now)
        var lines = ["\(table) (\(held.day.iso))", "   \(facts.joined(separator: "; "))"]
        let page = link.page(of: held.venue, day: held.evening, party: held.party)
        lines.append("   \(Words.details(held.venue)), \(page)")
        return lines.joined(separator: "\n")
    }

    static func status(_ status: Reservation.Status) -> String {
        switch status {
        case .confirmed: "confirmed"
        case .cancelled: "cancelled"
        case .past: "past"
        case .noShow: "no-show"
        case .unknown: "status unknown"
        }
    }
}
