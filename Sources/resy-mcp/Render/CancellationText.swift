internal import ResyDomain
internal import ResyNative

/// How a cancellation ended, or what it waits for, in words that stand alone.
enum CancellationText {
    static func render(
        _ outcome: CancellationOutcome, link: VenueLinks, now: Instant, in voice: Voice = .model
    ) -> String {
        let held = outcome.reservation
        var lines = [headline(outcome, now)]
        lines += [money(outcome, now, in: voice), ReservationText.wishes(held)].compactMap(\.self)
        if let terms = Words.terms(outcome.terms) { lines.append(terms) }
        lines += voice.texts(outcome.remarks.filter { costs($0) == nil })
        if outcome.status == .needsConfirmation { lines.append("Cancelling can't be undone.") }
        if let token = outcome.confirmToken {
            lines.append(
                Words.token(token, before: outcome.confirmBefore, now: now, tool: "cancel_reservation", in: voice))
        }
        lines.append(Words.page(held.venue, link.page(of: held.venue, day: held.evening, party: held.party)))
        return lines.joined(separator: "\n")
    }

    private static func headline(_ outcome: CancellationOutcome, _ now: Instant) -> String {
        let held = outcome.reservation
        let table =
            Words.table(
                held.venue, held.evening, held.day, held.time, party: held.party, seating: held.seating, now: now)
            + " (\(held.confirmationID))"
        return switch outcome.status {
        case .cancelled where isCancelledBefore(outcome): "Already cancelled: \(table). Nothing new was sent."
        case .cancelled: "Cancelled: \(table)."
        case .needsConfirmation: "Not cancelled yet. Please confirm: \(table)."
        case .declined:
            "Not cancelled, still booked: \(table)." + (isReasoned(outcome) ? "" : " Nothing was cancelled.")
        case .notCancelled where outcome.isUntried: "Not cancelled, still booked: \(table)."
        case .notCancelled: "Not cancelled, as far as Resy tells; still booked: \(table)."
        case .unknown: "It is not known whether this was cancelled: \(table)."
        }
    }

    /// A remark says why, and that nothing was cancelled.
    private static func isReasoned(_ outcome: CancellationOutcome) -> Bool {
        outcome.remarks.contains {
            switch $0 {
            case .cancelling(.saidNo), .cancelling(.overLimit), .yes(.notCovered): true
            default: false
            }
        }
    }

    /// What it cost, or costs.
    private static func money(_ outcome: CancellationOutcome, _ now: Instant, in voice: Voice) -> String? {
        let held = outcome.reservation
        guard outcome.status == .cancelled else {
            func cost(_ charges: Charges) -> String {
                voice.cost(charges, party: held.party, until: held.cancelBy, in: held.venue.zone, now: now)
            }
            // What it costs now comes before what it costs at some time.
            if let charges = outcome.remarks.lazy.compactMap({ costs($0) }).first {
                return voice.costOfCancelling(charges.withoutWords(told: outcome.terms ?? []), party: held.party)
            }
            return held.charges.isEmpty ? nil : Words.capitalized("\(cost(held.charges)).")
        }
        let charged = outcome.charged.map { voice.text(charged: $0, of: held) }
        let returned: String? =
            switch outcome.refund {
            case let isRefunded?: voice.text(isRefunded: isRefunded, of: held)
            // It was told then; that nobody said is not known now.
            case nil where isCancelledBefore(outcome) || !held.charges.mayBePaid: nil
            case nil: "Resy did not say whether what was paid comes back."
            }
        let told = [charged ?? mayBeCharged(outcome, now, in: voice), returned].compactMap(\.self)
        return told.isEmpty ? nil : told.joined(separator: " ")
    }

    /// By an earlier call, or long before this one.
    private static func isCancelledBefore(_ outcome: CancellationOutcome) -> Bool {
        outcome.isEarlier
            || outcome.remarks.contains { if case .cancelling(.cancelledBefore) = $0 { true } else { false } }
    }

    /// Of a fee whose sum is not known: whether it is due. A time that is still open says that it is not.
    private static func mayBeCharged(_ outcome: CancellationOutcome, _ now: Instant, in voice: Voice) -> String? {
        let held = outcome.reservation
        let fees = held.charges.only { !$0.isPaid }
        guard !isCancelledBefore(outcome), !fees.isEmpty else { return nil }
        if let until = held.charges.freeUntil ?? held.cancelBy, until > now { return "No fee is due." }
        return "A fee may be due: \(voice.cost(fees, party: held.party, in: held.venue.zone, now: now))."
    }

    /// What cancelling costs at this moment, where that is what is remarked.
    private static func costs(_ remark: Remark) -> Charges? {
        if case .cancelling(.costs(let charges)) = remark { charges } else { nil }
    }

    /// For who reads the structure alone.
    static func notes(_ outcome: CancellationOutcome, in voice: Voice) -> [String] {
        outcome.remarks.map { remark in
            costs(remark).map { voice.costOfCancelling($0, party: outcome.reservation.party) } ?? voice.text(remark)
        }.filter { !$0.isEmpty }
    }
}

/// The same for programs.
enum CancellationJSON {
    static func render(
        _ outcome: CancellationOutcome, link: VenueLinks, nextStep: String? = nil, in voice: Voice = .model
    ) -> JSON {
        let held = outcome.reservation
        let charged = outcome.charged.map { charged -> JSON in
            ["amount": .number(charged.amount.value), "currency": .string(charged.currency)]
        }
        return Facts.object(
            [
                ("status", .string(outcome.status.rawValue)), ("confirmation_id", .string(held.confirmationID)),
                ("refund", .bool(outcome.refund)), ("charged", charged ?? nil),
                ("reservation", Facts.reservation(held, link: link, in: voice)),
                ("terms", outcome.terms.map { .array($0.map { .string($0) }) } ?? nil),
                ("confirm_token", .string(outcome.confirmToken)),
                ("confirm_before", Words.iso(outcome.confirmBefore, in: held.venue.zone)),
                ("note", Facts.texts(CancellationText.notes(outcome, in: voice))), ("next_step", .string(nextStep)),
            ], always: ["refund", "charged"])
    }
}
