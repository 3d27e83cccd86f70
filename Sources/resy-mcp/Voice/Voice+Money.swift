internal import ResyDomain
internal import ResyNative

/// The one place where money becomes words.
extension Voice {
    // MARK: - One charge

    /// `$25 late fee per guest ($50 for 2)`, `$40 deposit in total`: one cleaned line that says all of it but until when.
    func text(_ charge: Charge, party: Int? = nil) -> String {
        switch charge.about {
        case .kind:
            charge.saysSomething
                ? stated(charge) + basis(charge, party: party) : "Resy does not state whether this costs anything"
        case .unreadable: "Resy names an amount that cannot be read"
        case .largeParty(let size):
            stated(charge) + " for parties \(size.map { "of \($0) or more" } ?? "of this size")"
                + basis(charge, party: party)
        case .words("", _): "its terms speak of money"
        case .words(let said, _): "its terms speak of money: \(CleanText.quoted(said, to: 120))"
        case .besideTotal(let other, let total):
            "Resy names \(sum(other, charge.currency))"
                + (total.map { " beside a total of \(money($0, charge.currency))" } ?? "") + ", and not what for"
        case .besideLateFee(let other):
            "Resy names \(sum(other, charge.currency)) beside the late fee, and not what for"
        case .addOn(let price):
            "an add-on has to be taken with it" + (price.map { " (up to \(money($0, charge.currency)) each)" } ?? "")
        case .serviceCharge(let amount): "Resy names a service charge of \(sum(amount, charge.currency))"
        case .serviceShare(let share):
            "a service charge of \(CleanText.quoted(share, to: 20)) that Resy puts no amount to"
        case .endlessTerms: "its terms are too long to be read whole"
        case .recorded(let text): text
        }
    }

    private func sum(_ amount: Amount?, _ currency: String?) -> String {
        amount.map { money($0, currency) } ?? "an amount that cannot be read"
    }

    private func stated(_ charge: Charge) -> String {
        let sum = charge.amount.map { money($0, charge.currency) }
        let noun =
            switch charge.kind {
            case .cancellation: "late fee"
            case .deposit: "deposit"
            case .prepaid: "prepaid"
            case .unknown: "of some kind"
            }
        return sum.map { "\($0) \(noun)" } ?? "\(noun) (amount not stated)"
    }

    /// ` per guest ($50 for 2)`, ` in total`, ` (per guest or in total: not stated)`; the sum where the party is known.
    private func basis(_ charge: Charge, party: Int?) -> String {
        guard charge.amount != nil else { return "" }
        let tax = charge.isBeforeTax ? ", plus tax" : ""
        let sum = party.flatMap { party -> String? in
            party > 1 ? self.sum(Charges([charge]), party: party) : nil
        }
        return switch charge.basis {
        case .guest: " per guest" + (sum.map { " (\($0) for \(party ?? 0))" } ?? "") + tax
        case .party: " in total" + tax
        case .unknown: " (per guest or in total: not stated" + (sum.map { "; \($0) if per guest" } ?? "") + ")" + tax
        }
    }

    /// `, free to cancel until Wed 7 PM`, `, no longer refundable`; empty where no time is stated. What is taken at booking
    /// may come back, and is not free.
    func wayOut(_ charge: Charge, in zone: Zone?, now: Instant) -> String {
        guard let until = charge.cutOff, let moment = moment(until, in: zone, now: now) else { return "" }
        let isOver = until <= now
        return switch charge.kind {
        case .cancellation: isOver ? ", no longer free to cancel" : ", free to cancel until \(moment)"
        case .deposit, .prepaid: isOver ? ", no longer refundable" : ", refundable until \(moment)"
        case .unknown: isOver ? ", no longer free to cancel" : ", to be cancelled by \(moment)"
        }
    }

    /// All together, also where no currency is stated: then the number alone. Nil where an amount is not known.
    func sum(_ charges: Charges, party: Int) -> String? {
        charges.sum(party: party).map { sum in
            charges.lazy.compactMap(\.currency).first.map { money(sum, $0) } ?? digits(sum)
        }
    }

    // MARK: - Amounts

    /// `$50`, `$12.50`, `€20`, `£15`, `¥5,000`, `CA$40`, `50 CHF`, `50 (currency not stated)`.
    func money(_ amount: Amount, _ currency: String?) -> String {
        let digits = digits(amount)
        guard let currency, !currency.isEmpty else { return amount.isZero ? digits : "\(digits) (currency not stated)" }
        return Self.signs[currency.uppercased()].map { $0 + digits } ?? "\(digits) \(CleanText.cut(currency, to: 8))"
    }

    /// `5,000`, `12.50`
    private func digits(_ amount: Amount) -> String {
        let (units, rest) = (amount.hundredths / 100, amount.hundredths % 100)
        return Self.grouped(units) + (rest == 0 ? "" : ".\(Digits.padded(rest, to: 2))")
    }

    private static let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CAD": "CA$"]

    /// `5,000`
    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().map { index, digit in
            let isThird = index > 0 && (digits.count - index) % 3 == 0
            return isThird ? ",\(digit)" : "\(digit)"
        }.joined()
    }

    // MARK: - All of them

    /// All of it in one line.
    func text(_ charges: Charges, party: Int? = nil) -> String {
        charges.told.map { text($0, party: party) }.joined(separator: "; ")
    }

    /// `$50`, `€40`, `$60 plus tax`, or "an amount that Resy does not state".
    func text(_ stake: Stake) -> String {
        guard case .known(let amount, let currency, let isBeforeTax) = stake else {
            return "an amount that Resy does not state"
        }
        return money(amount, currency) + (isBeforeTax ? " plus tax" : "")
    }

    func text(_ disagreement: Terms.Disagreement) -> String {
        switch disagreement {
        case .tablesAndTerms(let listed, let told):
            "The list of tables says: \(text(listed)); the terms say: \(text(told)). The higher one is assumed."
        case .lateFeeTwice(let net, let shown, let currency):
            "Resy names the late fee twice, as \(money(net, currency)) and as \(money(shown, currency)). The higher "
                + "one is assumed."
        }
    }
}
