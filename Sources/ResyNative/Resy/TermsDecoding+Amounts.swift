internal import ResyDomain

/// The amounts that stand in an answer of terms, beside those that are told as charges.
extension Terms {
    /// Amounts of the bill, of ways to pay it or of its texts that the stated ones do not explain; the restaurant may have
    /// waived them all.
    static func otherAmounts(
        _ bill: [Figure], of payment: JSON?, lateFee: LateFee?, listed: ListedPrice, party: Int
    ) -> [Double] {
        guard !isWaived(payment) else { return [] }
        let total = total(payment).flatMap { Amount($0) }
        // A total is for all; a fee may be told for a guest and for all.
        let fees =
            [lateFee?.amount, lateFee?.net, lateFee?.shown].compactMap(\.self) + listed.charges.compactMap(\.amount)
        let known: [Amount?] =
            [total, total?.shared(by: party)] + fees.flatMap { [$0, $0.times(party), $0.shared(by: party)] }
        let stated = Set(known.compactMap(\.self))
        return bill.map(\.amount).filter { Amount($0).map { !stated.contains($0) } ?? true }
    }

    /// What the bill's numbers come to where its total is zero: a reservation charge, a price for each, a way to pay.
    static func price(_ payment: JSON?, party: Int) -> Amount? {
        guard !isWaived(payment) else { return nil }
        let options = (try? payment?.optional("options")?.items) ?? []
        let bills = [payment?.optional("amounts")] + options.map { $0.optional("amounts") }
        let prices = bills.flatMap { bill -> [Amount?] in
            ["total", "reservation_charge", "subtotal"].map { Price(bill?.optional($0)).amount }
                + ["price_per_unit", "price_per_seat"].map { Price(bill?.optional($0)).amount?.times(party) }
        }
        return prices.compactMap(\.self).filter { !$0.isZero }.max()
    }

    /// Nil where it is not stated, or cannot be read.
    static func total(_ payment: JSON?) -> Double? {
        let total = payment?.optional("amounts")?.optional("total")
        return (try? total?.number) ?? Price(total).amount?.value
    }

    static func isWaived(_ payment: JSON?) -> Bool { (try? payment?.optional("comp")?.flag) == true }

    /// The bill has its tax as a number.
    static func hasTax(_ payment: JSON?) -> Bool {
        Price(payment?.optional("amounts")?.optional("tax")).amount.map { !$0.isZero } ?? false
    }

    /// Amounts of what is paid now, of ways to pay it, and of its texts.
    static func bill(_ payment: JSON?) -> [Figure] {
        [("amounts", Figure.Due.amount), ("options", .amount), ("display", .amountOrWord)].flatMap { part, due in
            Figure.all(in: payment?.optional(part), due: due)
        }
    }

    /// All that a yes is for.
    static func figures(_ answer: JSON, bill: [Figure]) -> [Figure] {
        let config = answer.optional("config")
        return bill
            + Figure.all(
                in: answer.optional("cancellation")?.optional("fee"), due: .amount)
            + ["add_ons", "service_charge_options"].flatMap {
                Figure.all(in: config?.optional($0), due: .amount)
            }
    }
}
