extension Fee {
    /// A fee with its one line of text. An amount that is no price counts as not stated.
    static func worded(_ kind: Kind, _ stated: Double?, _ currency: String?, _ basis: Basis, cutOff: Instant?) -> Fee {
        // Less than a cent would be shown as nothing, which it is not.
        let amount = stated.flatMap { cents($0) == nil || $0 > 0 && cents($0) == 0 ? nil : $0 }
        return Fee(
            kind: kind, amount: amount, currency: currency, basis: basis, cutOff: cutOff,
            text: words(kind, amount, currency, basis))
    }

    private static func words(_ kind: Kind, _ amount: Double?, _ currency: String?, _ basis: Basis) -> String {
        let money = amount.map { named($0, currency) }
        let per =
            switch amount == nil ? nil : basis {
            case nil: ""
            case .guest?: " per guest"
            case .party?: " for the party"
            case .unknown?: " (Resy does not say whether per guest or for the party)"
            }
        return switch kind {
        case .cancellation: "cancellation fee of \(money ?? "an amount that Resy does not state")\(per)"
        case .deposit: "deposit of \(money ?? "an amount that Resy does not state")\(per)"
        case .prepaid: "paid when booking: \(money ?? "an amount that Resy does not state")\(per)"
        case .unknown: notStated
        }
    }

    /// Money that is gone at the booking is in it, alone or beside a fee.
    var isOfMoneyPaid: Bool {
        kind == .deposit || kind == .prepaid
            || kind == .unknown && ["deposit of ", "paid when booking: "].contains(where: text.contains)
    }

    /// It was put together with a fee for a late cancellation.
    var namesLateFee: Bool { text.contains("cancellation fee of ") }

    /// `USD 25`, `25.50` where the currency is not known.
    static func named(_ amount: Double, _ currency: String?) -> String {
        guard cents(amount) != nil else { return "an amount that cannot be read" }
        return "\(currency.map { "\($0) " } ?? "")\(plain(amount))"
    }

    /// `25`, `25.50`.
    static func plain(_ amount: Double) -> String {
        guard let cents = cents(amount) else { return "?" }
        return cents % 100 == 0 ? String(cents / 100) : "\(cents / 100).\(Digits.padded(cents % 100, to: 2))"
    }

    /// Whether this charge already says what the other one does: the same kind, or something dearer to be asked.
    func covers(_ other: Fee) -> Bool {
        if let currency, let theirs = other.currency, currency != theirs { return false }
        if kind == other.kind { return true }
        return (kind == .prepaid || kind == .deposit) && (other.kind == .prepaid || other.kind == .deposit)
    }

    /// Whether the other one names more. What this is for all guests together is no more.
    func isLess(than other: Fee, party: Int) -> Bool {
        guard let mine = amount.flatMap(Fee.cents), let theirs = other.amount.flatMap(Fee.cents) else { return false }
        return theirs > mine && !(basis == .guest && theirs == mine.multipliedReportingOverflow(by: party).partialValue)
    }
}
