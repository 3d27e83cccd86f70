/// The amounts that stand in an answer of terms, beside those that are told as charges.
extension Terms {
    /// Amounts of the bill, of ways to pay it or of its texts that the stated ones do not explain; the restaurant may have
    /// waived them all.
    static func otherAmounts(_ payment: JSON?, lateFee: LateFee?, slotFee: Fee?, party: Int) -> [Double] {
        guard !isWaived(payment) else { return [] }
        let guests = Double(max(1, party))
        let total = try? payment?.optional("amounts")?.optional("total")?.number
        // A total is for all; a fee may be told for a guest and for all.
        let fees = [lateFee?.amount, lateFee?.net, lateFee?.shown, slotFee?.amount].compactMap { $0 }
        let known = (total.map { [$0, $0 / guests] } ?? []) + fees.flatMap { [$0, $0 * guests, $0 / guests] }
        let stated = Set(known.compactMap(Fee.cents))
        return bill(payment).map(\.amount).filter { !stated.contains(Fee.cents($0) ?? .max) }
    }

    /// Nil where it is not stated, or not clear which of several is meant.
    static func total(_ payment: JSON?) throws(JSONError) -> Double? {
        guard let total = payment?.optional("amounts")?.optional("total"), !total.isUnclear else { return nil }
        return try total.number
    }

    static func isWaived(_ payment: JSON?) -> Bool { (try? payment?.optional("comp")?.flag) == true }

    private static func bill(_ payment: JSON?) -> [Figure] {
        ["amounts", "options", "display"].flatMap { Figure.all(in: payment?.optional($0), at: "$.payment.\($0)") }
    }

    /// All that a yes is for.
    static func figures(_ answer: JSON) -> [Figure] {
        let config = answer.optional("config")
        return bill(answer.optional("payment"))
            + Figure.all(
                in: answer.optional("cancellation")?.optional("fee"), at: "$.cancellation.fee", isMoney: true)
            + ["add_ons", "service_charge_options"].flatMap {
                Figure.all(in: config?.optional($0), at: "$.config.\($0)", isMoney: true)
            }
    }
}
