/// The one place where charges become words.
extension Charge {
    /// One cleaned line that says all of it.
    package var text: String {
        switch about {
        case .kind: saysSomething ? stated : "Resy does not state whether this costs anything"
        case .unreadable: "Resy names an amount that cannot be read"
        case .largeParty(let size):
            stated + " for a party of \(size.map { "\($0) or more" } ?? "this size"), as the list of tables says"
        case .words(let said, _): "its terms speak of money: \(CleanText.quoted(said, to: 120))"
        case .besideTotal(let other, let total):
            "Resy names \(Self.named(other, currency))"
                + (total.map { " beside a total of \(Self.plain($0))" } ?? "") + ", and not what for"
        case .besideLateFee(let other):
            "Resy names \(Self.named(other, currency)) beside the cancellation fee, and not what for"
        case .addOn(let price):
            "an add-on has to be taken with it" + (price.map { " (up to \(Self.named($0, currency)) each)" } ?? "")
        case .serviceCharge(let amount): "Resy names a service charge of \(Self.named(amount, currency))"
        case .serviceShare(let share):
            "a service charge of \(CleanText.quoted(share, to: 20)) that Resy puts no amount to"
        case .endlessTerms: "its terms are too long to be read whole"
        case .recorded(let text): text
        }
    }

    private var stated: String {
        let money = amount.map { Self.named($0, currency) + (isBeforeTax ? " plus tax" : "") }
        let sum = "\(money ?? "an amount that Resy does not state")\(per)"
        return switch kind {
        case .cancellation: "cancellation fee of \(sum)"
        case .deposit: "deposit of \(sum)"
        case .prepaid: "paid when booking: \(sum)"
        case .unknown: "it may cost \(sum)"
        }
    }

    private var per: String {
        guard amount != nil else { return "" }
        return switch basis {
        case .guest: " per guest"
        case .party: " for the party"
        case .unknown: " (Resy does not say whether per guest or for the party)"
        }
    }

    /// `$25.00 per guest`, `EUR 40.00`, `$50.00 for the party`; nil where the amount is not known.
    package var amountText: String? {
        guard let amount else { return nil }
        let money = Self.money(amount, currency) + (isBeforeTax ? " plus tax" : "")
        return switch basis {
        case .guest: money + " per guest"
        case .party: money + " for the party"
        case .unknown: money
        }
    }

    /// `$25.00`, `EUR 40.00`, `25.00` without a currency.
    package static func money(_ amount: Amount, _ currency: String?) -> String {
        let (units, rest) = (amount.hundredths / 100, amount.hundredths % 100)
        let isWhole = rest == 0 && currency.map { wholeCurrencies.contains($0.uppercased()) } ?? false
        let digits = "\(units)" + (isWhole ? "" : ".\(Digits.padded(rest, to: 2))")
        guard let currency, !currency.isEmpty else { return digits }
        return currency == "USD" ? "$" + digits : "\(CleanText.cut(currency, to: 8)) \(digits)"
    }

    /// `USD 25`, `25.50` where the currency is not known.
    static func named(_ amount: Amount?, _ currency: String?) -> String {
        guard let amount else { return "an amount that cannot be read" }
        return "\(currency.map { "\($0) " } ?? "")\(plain(amount))"
    }

    /// `25`, `25.50`.
    static func plain(_ amount: Amount) -> String {
        let (units, rest) = (amount.hundredths / 100, amount.hundredths % 100)
        return rest == 0 ? String(units) : "\(units).\(Digits.padded(rest, to: 2))"
    }

    /// ISO 4217: those without a smaller unit.
    private static let wholeCurrencies: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]
}

extension Charges {
    /// All of it in one line.
    package var text: String { told.map(\.text).joined(separator: "; ") }

    /// What there is beside the main one, a sentence each.
    package var besideMain: [String] {
        let main = main
        return filter { $0 != main && $0.saysSomething }.map { charge in
            "\(charge.kind == .unknown ? "It may cost more" : "Also at stake"): \(charge.text)."
        }
    }

    /// `Cancelling now costs money: cancellation fee of USD 50`
    package var costOfCancelling: String {
        "Cancelling now \(contains { $0.kind != .unknown } ? "costs" : "may cost") money: \(text)"
    }
}

extension Stake {
    /// `$50.00`, `EUR 40.00`, `$60.00 plus tax`, or "an amount that Resy does not state".
    package var text: String {
        guard case .known(let amount, let currency, let isBeforeTax) = self else {
            return "an amount that Resy does not state"
        }
        return Charge.money(amount, currency) + (isBeforeTax ? " plus tax" : "")
    }
}

extension Terms.Disagreement {
    package var text: String {
        switch self {
        case .tablesAndTerms(let listed, let told):
            "The list of tables says: \(listed.text); the terms say: \(told.text). The dearer one counts."
        case .lateFeeTwice(let net, let shown, let currency):
            "Resy names the cancellation fee twice, as \(Charge.named(net, currency)) and as "
                + "\(Charge.named(shown, currency)). The dearer one counts."
        }
    }
}
