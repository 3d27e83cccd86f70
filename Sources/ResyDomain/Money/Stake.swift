/// What a table may cost the whole party.
package enum Stake: Sendable, Hashable {
    /// `isBeforeTax`: a tax that is not stated comes on top.
    case known(Amount, currency: String, isBeforeTax: Bool = false)
    /// An amount or a currency could not be read: more than any cap.
    case unknown

    package static let nothing = Stake.known(.zero, currency: "")

    package var amount: Amount? {
        guard case .known(let amount, _, _) = self else { return nil }
        return amount
    }

    package var isBeforeTax: Bool {
        guard case .known(_, _, let isBeforeTax) = self else { return false }
        return isBeforeTax
    }

    /// Whether it may be agreed to under a cap in the venue's own currency. Nothing unknown may, and a tax that is not
    /// stated counts as a quarter of the sum.
    package func isWithin(_ cap: Double) -> Bool {
        guard let amount, let cap = Amount(cap) else { return false }
        return isBeforeTax ? amount.hundredths * 5 <= cap.hundredths * 4 : amount <= cap
    }

    /// Nothing is more than what is not known.
    package func isLess(than other: Stake) -> Bool {
        guard let amount else { return false }
        return other.amount.map { amount < $0 } ?? true
    }

    /// Both together; one currency, or it is not known.
    package static func + (left: Stake, right: Stake) -> Stake {
        guard case .known(let mine, let unit, let isMineNet) = left,
            case .known(let theirs, let other, let isTheirsNet) = right,
            unit == other || unit.isEmpty || other.isEmpty
        else { return .unknown }
        return .known(mine + theirs, currency: unit.isEmpty ? other : unit, isBeforeTax: isMineNet || isTheirsNet)
    }
}
