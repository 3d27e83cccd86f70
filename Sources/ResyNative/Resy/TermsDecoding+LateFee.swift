internal import ResyDomain

/// What `LateFee` comes to as charges.
extension Terms {
    /// What a late cancellation costs.
    static func late(
        _ fee: LateFee, party: Int, _ listed: Charges, currency: String?, cutOff: Instant?, _ words: [String]
    ) -> [Charge] {
        // An amount of zero is the word that there is none, where nothing else of it says otherwise.
        guard !fee.isNone else { return [] }
        let until = fee.cutOff ?? cutOff
        let amount = fee.amount.flatMap { $0.isZero ? nil : $0 }
        let wording = fee.wording(in: words, party: party)
        let currency = fee.currency(currency, in: words)
        let charge = Charge(
            .cancellation, amount, currency, basis(of: amount, wording, party: party, listed),
            isBeforeTax: wording.isBeforeTax, cutOff: until, from: .terms)
        guard let other = fee.others.max() else { return [charge] }
        return [charge, .unreckoned(.besideLateFee(Amount(other)), currency, cutOff: until, from: .terms)]
    }

    static func disagreements(on fee: LateFee, _ currency: String?) -> [Disagreement] {
        guard fee.isShownDearer, let net = fee.net, let shown = fee.shown else { return [] }
        return [.lateFeeTwice(net: net, shown: shown, currency: currency)]
    }

    /// Resy does not say whether an amount is for each guest. It is for a guest where the policy's own words say so; for
    /// the party where it is the list's amount times the party, or the words say that.
    private static func basis(
        of amount: Amount?, _ wording: ChargeWords.Wording, party: Int, _ listed: Charges
    ) -> Charge.Basis {
        if wording.basis == .guest { return .guest }
        let isListTimesParty =
            party > 1 && listed.contains { $0.kind == .cancellation && $0.amount?.times(party) == amount }
        return isListTimesParty ? .party : wording.basis
    }
}
