extension Reservation {
    /// What this home knows of a table that Resy's list shows: where it was booked, what was asked for, and what it costs.
    mutating func takeWords(from ours: Reservation) {
        source = ours.source
        specialRequests = specialRequests ?? ours.specialRequests
        takeWordsOfFee(from: ours)
    }

    /// The list names an amount or a policy alone, or nothing; the terms that were agreed to also knew the currency, whom
    /// it is for, and until when it is free. Taken where the list says no more than they do.
    mutating func takeWordsOfFee(from ours: Reservation) {
        cancelBy = cancelBy ?? ours.cancelBy
        guard let agreed = ours.cancellationFee else { return }
        guard let listed = cancellationFee else {
            cancellationFee = agreed
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
    /// Words that name no more than is known to be at stake.
    fileprivate func isCovered(by known: Fee, party: Int) -> Bool {
        known.amount != nil
            && Fee.inWords([text], besides: [known], party: party, currency: nil, cutOff: nil) == nil
    }
}
