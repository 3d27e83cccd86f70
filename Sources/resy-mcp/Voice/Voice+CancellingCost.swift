internal import ResyDomain
internal import ResyNative

/// What cancelling costs, and what comes back.
extension Voice {
    /// `Cancelling now costs the $150 late fee ($75 per guest).`, `Cancelling now: the $40 deposit is lost.`
    func costOfCancelling(_ charges: Charges, party: Int? = nil) -> String {
        guard !charges.isEmpty else { return "Cancelling costs nothing." }
        if let only = charges.plain, let whole = sum(of: only, party: party) {
            switch only.kind {
            case .cancellation: return "Cancelling now costs the \(whole.all) late fee\(whole.each)."
            case .deposit: return "Cancelling now: the \(whole.all) deposit\(whole.each) is lost."
            case .prepaid: return "Cancelling now: the \(whole.all)\(whole.each) that was paid is lost."
            case .unknown: break
            }
        }
        let verb = charges.contains { $0.kind != .unknown } ? "costs" : "may cost"
        return "Cancelling now \(verb) money: \(text(charges, party: party))."
    }

    /// `The $150 late fee is charged.`; of which card is not known.
    func text(charged: Charged, of held: Reservation) -> String {
        let sum = money(charged.amount, charged.currency)
        let isLateFee = held.charges.contains { $0.kind == .cancellation }
        return isLateFee ? "The \(sum) late fee is charged." : "\(sum) is charged for it."
    }

    /// `The $370 comes back.`, `The $40 deposit is not refunded.`
    func text(isRefunded: Bool, of held: Reservation) -> String {
        let paid = held.charges.only { $0.isPaid }
        let whole = paid.plain.flatMap { sum(of: $0, party: held.party)?.all }
        let what = whole.map { "The \($0)" + (paid.main?.kind == .deposit ? " deposit" : "") } ?? "What was paid"
        return what + (isRefunded ? " comes back." : " is not refunded.")
    }

    /// All of it for the party, and ` ($75 per guest)` where that is another sum; nil where it is not known.
    private func sum(of charge: Charge, party: Int?) -> (all: String, each: String)? {
        guard let amount = charge.amount else { return nil }
        let each = money(amount, charge.currency)
        let tax = charge.isBeforeTax ? " plus tax" : ""
        switch charge.basis {
        case .party: return (each + tax, "")
        case .guest:
            guard let party else { return nil }
            guard party > 1 else { return (each + tax, "") }
            return (money(amount.times(party), charge.currency) + tax, " (\(each) per guest)")
        case .unknown: return nil
        }
    }
}

extension Charges {
    /// The only one there is, where it is a sum of one kind and nothing else.
    fileprivate var plain: Charge? {
        guard count == 1, let only = first, only.about == .kind, only.saysSomething else { return nil }
        return only
    }
}
