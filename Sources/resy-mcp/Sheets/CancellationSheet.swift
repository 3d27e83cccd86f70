internal import ResyDomain
internal import ResyNative

/// How a cancellation ended.
struct CancellationSheet {
    let outcome: CancellationOutcome
    /// What may be at stake unasked.
    let limit: Double
    let now: Instant

    private var voice: Voice { .person.at(now) }
    private var held: Reservation { outcome.reservation }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, outcome.status == .cancelled ? .strong : .plain, hang: 2)])
        if outcome.status == .needsConfirmation { sheet.add(BookingSheet.terms(outcome.terms ?? [])) }
        sheet.add(texts: voice.texts(outcome.remarks.filter { !isSaid($0) }))
        return sheet
    }

    private var table: String { "\(voice.table(held, now: now)) (\(held.confirmationID))" }

    private var headline: String {
        switch outcome.status {
        case .cancelled where outcome.isEarlier: "Already cancelled: \(table). Nothing new was sent."
        case .cancelled: "Cancelled \(table).\(money)"
        case .needsConfirmation: "Not cancelled yet: \(table)."
        case .declined where outcome.overLimit != nil:
            "\(voice.overLimit(outcome.overLimit.flatMap { $0.stake(party: held.party) }, limit, .cancel)) Still booked: \(table)."
        case .declined: "Nothing was cancelled. Still booked: \(table)."
        case .notCancelled: "Not cancelled, still booked: \(table)."
        case .unknown: "It is not known whether this was cancelled: \(table)."
        }
    }

    /// What became of it; that nothing is known is news only where something had been paid.
    private var money: String {
        if let charged = outcome.charged {
            return " \(voice.money(charged.amount, charged.currency)) is charged for it."
        }
        return switch outcome.refund {
        case true?: " What was paid comes back."
        case false?: " What was paid does not come back."
        case nil where !held.charges.mayBePaid: ""
        case nil: " Resy did not say whether what was paid comes back."
        }
    }

    private func isSaid(_ remark: Remark) -> Bool {
        switch remark {
        case .cancelling(.saidNo), .cancelling(.overLimit), .cancelling(.cancelledBefore(isListRead: true)),
            .yes(.askFor), .yes(.noAnswer):
            true
        default: false
        }
    }
}
