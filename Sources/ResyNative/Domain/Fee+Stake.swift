extension Fee {
    /// What a table may cost the whole party.
    package enum Stake: Sendable, Hashable {
        case known(Double, currency: String)
        /// The amount or the currency could not be read: more than any cap.
        case unknown

        /// Hundredths of the currency, for comparing without the errors of binary fractions.
        package var cents: Int? {
            guard case .known(let amount, _) = self else { return nil }
            return Fee.cents(amount)
        }

        /// Whether it may be agreed to under a cap in the venue's own currency; nothing unknown may.
        package func isWithin(_ cap: Double) -> Bool {
            guard let cents, let cap = Fee.cents(cap) else { return false }
            return cents <= cap
        }

        /// `$50.00`, `EUR 40.00`, or "an amount that Resy does not state".
        package var text: String {
            guard case .known(let amount, let currency) = self else { return "an amount that Resy does not state" }
            return Fee.money(amount, currency) ?? "an amount that Resy does not state"
        }
    }

    /// The most that a party of that size stands to lose: per guest, or unclear, counts for each guest.
    package func atStake(party: Int) -> Stake {
        guard let amount, let currency, !currency.isEmpty, Fee.cents(amount) != nil, party > 0 else { return .unknown }
        return .known(basis == .party ? amount : amount * Double(party), currency: currency)
    }

    /// `$25.00 per guest`, `EUR 40.00`, `$50.00 for the party`; nil where the amount is not known.
    package var amountText: String? {
        guard let amount, let money = Fee.money(amount, currency) else { return nil }
        return switch basis {
        case .guest: money + " per guest"
        case .party: money + " for the party"
        case .unknown: money
        }
    }

    /// `$25.00`, `EUR 40.00`, `25.00` without a currency; nil for a negative or absurd amount.
    package static func money(_ amount: Double, _ currency: String?) -> String? {
        guard let cents = cents(amount) else { return nil }
        let fraction = cents % 100
        let isWhole = fraction == 0 && currency.map { wholeCurrencies.contains($0.uppercased()) } ?? false
        let digits = "\(cents / 100)" + (isWhole ? "" : ".\(Digits.padded(fraction, to: 2))")
        guard let currency, !currency.isEmpty else { return digits }
        return currency == "USD" ? "$" + digits : "\(CleanText.cut(currency, to: 8)) \(digits)"
    }

    /// ISO 4217: those without a smaller unit.
    private static let wholeCurrencies: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]

    /// Nil for what is no price: negative, not a number, a billion and more.
    static func cents(_ amount: Double) -> Int? {
        guard amount >= 0, amount < 1e9 else { return nil }
        return Int((amount * 100).rounded())
    }
}
