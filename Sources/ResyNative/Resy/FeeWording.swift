extension Fee {
    /// A fee with its one line of text. An amount that is no price counts as not stated.
    static func worded(_ kind: Kind, _ stated: Double?, _ currency: String?, _ basis: Basis, cutOff: Instant?) -> Fee {
        let amount = stated.flatMap { cents($0) == nil ? nil : $0 }
        return Fee(
            kind: kind, amount: amount, currency: currency, basis: basis, cutOff: cutOff,
            text: words(kind, amount, currency, basis))
    }

    private static func words(_ kind: Kind, _ amount: Double?, _ currency: String?, _ basis: Basis) -> String {
        let money = amount.map { "\(currency.map { "\($0) " } ?? "")\(plain($0))" }
        let per =
            switch basis {
            case .guest: " per guest"
            case .party: " for the party"
            case .unknown: amount == nil ? "" : " (Resy does not say whether per guest or for the party)"
            }
        return switch kind {
        case .cancellation: "cancellation fee of \(money ?? "an amount that Resy does not state")\(per)"
        case .deposit: "deposit of \(money ?? "an amount that Resy does not state")\(per)"
        case .prepaid: "paid when booking: \(money ?? "an amount that Resy does not state")\(per)"
        case .unknown: "Resy does not state whether this costs anything"
        }
    }

    /// `25`, `25.50`.
    static func plain(_ amount: Double) -> String {
        guard let cents = cents(amount) else { return "?" }
        return cents % 100 == 0 ? String(cents / 100) : "\(cents / 100).\(Digits.padded(cents % 100, to: 2))"
    }

    /// Whether this charge already says what the other one does: the same kind, or something dearer to be asked.
    func covers(_ other: Fee) -> Bool {
        if kind == other.kind { return true }
        return (kind == .prepaid || kind == .deposit) && (other.kind == .prepaid || other.kind == .deposit)
    }
}
