extension Reservation {
    /// What this home knows of a table that Resy's list shows: where it was booked, and what it costs.
    mutating func takeWords(from ours: Reservation) {
        source = ours.source
        takeWordsOfFee(from: ours)
    }

    /// The list names an amount or a policy alone, or nothing; the terms that were agreed to also knew the currency, whom
    /// it is for, and until when it is free. Taken where the list says no more than they do.
    mutating func takeWordsOfFee(from ours: Reservation) {
        let listedUntil = cancelBy
        cancelBy = cancelBy ?? ours.cancelBy
        guard let agreed = ours.cancellationFee else { return }
        guard let listed = cancellationFee else {
            cancellationFee = agreed.endingFreeTime(by: listedUntil)
            return
        }
        guard listed.isOfMoneyPaid || !agreed.isOfMoneyPaid else {
            let both = agreed.beside(listed, party: party)
            (cancelBy, cancellationFee) = (both.cutOff, both)
            return
        }
        let isTheSame = listed.amount == agreed.amount && listed.kind == agreed.kind
        // Of words there may be more now than were agreed to.
        guard listed.kind == .unknown ? listed.isCovered(by: agreed, party: party) : isTheSame else {
            // Another amount, such as the party's instead of each guest's, is in the same money.
            if let amount = listed.amount, listed.currency == nil, listed.kind == agreed.kind {
                let basis = amount == agreed.amount.map { $0 * Double(party) } ? Fee.Basis.party : listed.basis
                cancellationFee = Fee.worded(
                    listed.kind, amount, agreed.currency, basis, cutOff: listed.cutOff ?? agreed.cutOff)
            }
            return
        }
        let cutOff = listed.cutOff ?? agreed.cutOff
        cancellationFee = agreed
        cancellationFee?.cutOff = cutOff
    }
}

extension Reservation {
    /// What is cancelled cannot be cancelled again, and has no deadline and no price for that.
    mutating func dropCancelling() {
        (cancelBy, cancellationFee, mayCancel) = (nil, nil, false)
    }
}

extension Fee {
    /// Resy's newer word may shorten the time, and never lengthens it unasked.
    func endingFreeTime(by moment: Instant?) -> Fee {
        var fee = self
        if let moment, let until = cutOff { fee.cutOff = min(moment, until) }
        return fee
    }

    /// What was paid, with a fee that the list names alone, or in words, where a deposit is at stake beside it. Without a
    /// date for what was paid there is no time in which all of it is free.
    fileprivate func beside(_ listed: Fee, party: Int) -> Fee {
        let isKnown = listed.kind == .cancellation ? namesLateFee : listed.isCovered(by: self, party: party)
        var both = self
        if !isKnown {
            let late =
                listed.kind == .unknown
                ? listed
                : Fee.worded(
                    listed.kind, listed.amount, listed.currency ?? currency, listed.basis, cutOff: listed.cutOff)
            both = late.together(with: self, party: party)
        }
        both.cutOff = cutOff.map { min($0, listed.cutOff ?? $0) }
        return both
    }

    /// Words that name no more than is known to be at stake.
    fileprivate func isCovered(by known: Fee, party: Int) -> Bool {
        known.amount != nil
            && Fee.inWords([text], besides: [known], party: party, currency: nil, cutOff: nil) == nil
    }
}
