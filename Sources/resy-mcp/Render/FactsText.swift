internal import ResyNative

/// The facts that several texts share, as words.
enum FactsText {
    static let noToken = "Resy shows this time but does not let it be booked here"

    /// `6:30 PM - Dining Room (Resy)`, then what keeps it from being booked and what it costs.
    static func slot(_ slot: Slot, evening: CalendarDay, zone: Zone?, now: Instant) -> String {
        var line = "\(Words.time(slot.time, on: slot.day, of: evening)) - \(slot.seating) (Resy)"
        if !slot.isBookable { line += " - cannot be booked here: \(slot.obstacle ?? noToken)" }
        if let fee = slot.fee { line += " - \(FactsText.fee(fee, zone: zone, now: now, saysBasis: false))" }
        return line
    }

    /// `cancellation fee 50 USD per guest, free until Friday Feb 13 at 7:00 PM`, or that this has ended. Where many fees
    /// stand together, that their basis is not known is said once, by `unknownBasis`.
    static func fee(_ fee: Fee, zone: Zone?, now: Instant, saysBasis: Bool = true) -> String {
        let isOver = Words.isOver(fee.cutOff, now: now)
        let cutOff =
            Words.moment(fee.cutOff, in: zone).map { isOver ? ", free cancellation ended \($0)" : ", free until \($0)" }
            ?? ""
        let kind =
            switch fee.kind {
            case .cancellation: "cancellation fee"
            case .deposit: "deposit"
            case .prepaid: "paid in advance"
            case .unknown: "may cost money"
            }
        guard let amount = fee.amount else {
            let isNamed = fee.kind == .unknown && fee.saysSomething
            return "\(kind) (\(isNamed ? fee.text : "amount not stated"))\(cutOff)"
        }
        let basis =
            switch fee.basis {
            case .guest: " per guest"
            case .party: " for the party"
            case .unknown: saysBasis ? " (per guest or for the party: not stated)" : ""
            }
        return "\(kind) \(Words.amount(amount)) \(fee.currency ?? "(currency not stated)")\(basis)\(cutOff)"
    }

    /// Nil where every fee with an amount says what it is for.
    static func unknownBasis(of slots: [Slot]) -> String? {
        guard slots.contains(where: { $0.fee?.basis == .unknown && $0.fee?.amount != nil }) else { return nil }
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
            if held.cancellationFee?.cutOff != held.cancelBy || held.cancellationFee == nil,
                let until = Words.moment(held.cancelBy, in: held.venue.zone)
            {
                let isOver = Words.isOver(held.cancelBy, now: now)
                facts.append(isOver ? "free cancellation ended \(until)" : "cancel free of charge until \(until)")
            }
            if !held.mayCancel { facts.append("Resy does not let it be cancelled here") }
        }
        if let fee = held.cancellationFee { facts.append(FactsText.fee(fee, zone: held.venue.zone, now: now)) }
        if let wishes = held.specialRequests { facts.append("requests: \(wishes)") }
        let table = Words.table(held.venue, held.day, held.day, held.time, party: held.party)
        var lines = ["\(table) (\(held.day.iso))", "   \(facts.joined(separator: "; "))"]
        lines.append("   \(Words.details(held.venue)), \(link.page(of: held.venue, day: held.day, party: held.party))")
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
