internal import ResyDomain
internal import ResyNative

/// The one place where money becomes words.
extension Voice {
    // MARK: - One charge

    /// One cleaned line that says all of it.
    func text(_ charge: Charge) -> String {
        switch charge.about {
        case .kind: charge.saysSomething ? stated(charge) : "Resy does not state whether this costs anything"
        case .unreadable: "Resy names an amount that cannot be read"
        case .largeParty(let size):
            stated(charge)
                + " for a party of \(size.map { "\($0) or more" } ?? "this size"), as the list of tables says"
        case .words(let said, _): "its terms speak of money: \(CleanText.quoted(said, to: 120))"
        case .besideTotal(let other, let total):
            "Resy names \(named(other, charge.currency))"
                + (total.map { " beside a total of \(plain($0))" } ?? "") + ", and not what for"
        case .besideLateFee(let other):
            "Resy names \(named(other, charge.currency)) beside the cancellation fee, and not what for"
        case .addOn(let price):
            "an add-on has to be taken with it" + (price.map { " (up to \(named($0, charge.currency)) each)" } ?? "")
        case .serviceCharge(let amount): "Resy names a service charge of \(named(amount, charge.currency))"
        case .serviceShare(let share):
            "a service charge of \(CleanText.quoted(share, to: 20)) that Resy puts no amount to"
        case .endlessTerms: "its terms are too long to be read whole"
        case .recorded(let text): text
        }
    }

    private func stated(_ charge: Charge) -> String {
        let money = charge.amount.map { named($0, charge.currency) + (charge.isBeforeTax ? " plus tax" : "") }
        let sum = "\(money ?? "an amount that Resy does not state")\(per(charge))"
        return switch charge.kind {
        case .cancellation: "cancellation fee of \(sum)"
        case .deposit: "deposit of \(sum)"
        case .prepaid: "paid when booking: \(sum)"
        case .unknown: "it may cost \(sum)"
        }
    }

    private func per(_ charge: Charge) -> String {
        guard charge.amount != nil else { return "" }
        return switch charge.basis {
        case .guest: " per guest"
        case .party: " for the party"
        case .unknown: " (Resy does not say whether per guest or for the party)"
        }
    }

    /// `$25.00 per guest`, `EUR 40.00`, `$50.00 for the party`; nil where the amount is not known.
    func amount(_ charge: Charge) -> String? {
        guard let amount = charge.amount else { return nil }
        let money = money(amount, charge.currency) + (charge.isBeforeTax ? " plus tax" : "")
        return switch charge.basis {
        case .guest: money + " per guest"
        case .party: money + " for the party"
        case .unknown: money
        }
    }

    // MARK: - Amounts

    /// `$25.00`, `EUR 40.00`, `25.00` without a currency.
    func money(_ amount: Amount, _ currency: String?) -> String {
        let (units, rest) = (amount.hundredths / 100, amount.hundredths % 100)
        let isWhole = rest == 0 && currency.map { Self.wholeCurrencies.contains($0.uppercased()) } ?? false
        let digits = "\(units)" + (isWhole ? "" : ".\(Digits.padded(rest, to: 2))")
        guard let currency, !currency.isEmpty else { return digits }
        return currency == "USD" ? "$" + digits : "\(CleanText.cut(currency, to: 8)) \(digits)"
    }

    /// `USD 25`, `25.50` where the currency is not known.
    private func named(_ amount: Amount?, _ currency: String?) -> String {
        guard let amount else { return "an amount that cannot be read" }
        return "\(currency.map { "\($0) " } ?? "")\(plain(amount))"
    }

    /// `25`, `25.50`.
    private func plain(_ amount: Amount) -> String {
        let (units, rest) = (amount.hundredths / 100, amount.hundredths % 100)
        return rest == 0 ? String(units) : "\(units).\(Digits.padded(rest, to: 2))"
    }

    /// ISO 4217: those without a smaller unit.
    private static let wholeCurrencies: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]

    // MARK: - All of them

    /// All of it in one line.
    func text(_ charges: Charges) -> String { charges.told.map { text($0) }.joined(separator: "; ") }

    /// What there is beside the main one, a sentence each.
    func besideMain(_ charges: Charges) -> [String] {
        let main = charges.main
        return charges.filter { $0 != main && $0.saysSomething }.map { charge in
            "\(charge.kind == .unknown ? "It may cost more" : "Also at stake"): \(text(charge))."
        }
    }

    /// `Cancelling now costs money: cancellation fee of USD 50`
    func costOfCancelling(_ charges: Charges) -> String {
        "Cancelling now \(charges.contains { $0.kind != .unknown } ? "costs" : "may cost") money: \(text(charges))"
    }

    /// `$50.00`, `EUR 40.00`, `$60.00 plus tax`, or "an amount that Resy does not state".
    func text(_ stake: Stake) -> String {
        guard case .known(let amount, let currency, let isBeforeTax) = stake else {
            return "an amount that Resy does not state"
        }
        return money(amount, currency) + (isBeforeTax ? " plus tax" : "")
    }

    func text(_ disagreement: Terms.Disagreement) -> String {
        switch disagreement {
        case .tablesAndTerms(let listed, let told):
            "The list of tables says: \(text(listed)); the terms say: \(text(told)). The dearer one counts."
        case .lateFeeTwice(let net, let shown, let currency):
            "Resy names the cancellation fee twice, as \(named(net, currency)) and as \(named(shown, currency)). The dearer "
                + "one counts."
        }
    }
}
