/// What a held table costs: the account's list, beside what was agreed to when it was booked here.
extension Charges {
    /// The list names an amount or a policy alone, or nothing; the terms that were agreed to also knew the currency, whom
    /// it is for, what was paid, and until when it is free. Each charge is matched with its kin, and none is forgotten.
    /// `listedUntil`: the list's own date for the whole.
    package func merged(withAgreed agreed: Charges, listedUntil: Instant?, party: Int) -> Charges {
        guard !agreed.isEmpty else { return self }
        // Resy's newer word on the whole counts for what it names no charge for.
        var all = agreed.map { charge in
            first { $0.isKin(of: charge) }?.completed(by: charge, party: party)
                ?? Charges([charge]).ending(by: listedUntil)[0]
        }
        for charge in self where !agreed.contains(where: { charge.isKin(of: $0) }) {
            guard charge.kind != .unknown || !charge.isCovered(by: agreed, party: party) else { continue }
            all.append(charge.inCurrency(of: agreed))
        }
        return Charges(all)
    }
}

extension Charge {
    /// The list's word for a charge, with what the agreed one knew beyond it.
    fileprivate func completed(by agreed: Charge, party: Int) -> Charge {
        var charge = self
        charge.cutOff = cutOff ?? agreed.cutOff
        charge.kind = agreed.kind
        guard let amount, currency == nil || currency == agreed.currency || agreed.currency == nil else {
            return charge
        }
        charge.currency = currency ?? agreed.currency
        charge.isBeforeTax = isBeforeTax || agreed.isBeforeTax
        if amount == agreed.amount {
            charge = agreed
            charge.cutOff = cutOff ?? agreed.cutOff
        } else if amount == agreed.amount?.times(party) {
            charge.basis = .party
        }
        return charge
    }

    /// Words that name no more than is known to be at stake, or the very words that were agreed to.
    fileprivate func isCovered(by agreed: Charges, party: Int) -> Bool {
        guard case .words(let said, _) = about else {
            return agreed.contains { $0.kind == .unknown && $0.about == about }
        }
        if agreed.contains(where: { $0.about == about }) { return true }
        let known = agreed.only { $0.amount != nil }
        return !known.isEmpty && known.unexplained([said], party: party) == nil
    }

    fileprivate func inCurrency(of agreed: Charges) -> Charge {
        var charge = self
        charge.currency = currency ?? agreed.lazy.compactMap(\.currency).first
        return charge
    }
}
