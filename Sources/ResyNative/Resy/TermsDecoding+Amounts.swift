/// The amounts that stand in an answer of terms, beside those that are told as charges.
extension Terms {
    /// Amounts of the bill, of ways to pay it or of its texts that the stated ones do not explain; the restaurant may have
    /// waived them all.
    static func otherAmounts(_ payment: JSON?, stated: Set<Int>) -> [Double] {
        guard (try? payment?.optional("comp")?.flag) != true else { return [] }
        return figures(payment: payment, fee: nil).map(\.amount).filter { !stated.contains(Fee.cents($0) ?? .max) }
    }

    static func figures(payment: JSON?, fee: JSON?) -> [Figure] {
        ["amounts", "options", "display"].flatMap {
            Figure.all(in: payment?.optional($0), at: "$.payment.\($0)")
        } + Figure.all(in: fee, at: "$.cancellation.fee", isMoney: true)
    }

    /// What the charges themselves come to, for a guest or for all, in cents.
    static func statedAmounts(_ payment: JSON?, lateFee: Double?, slotFee: Fee?, party: Int) -> Set<Int> {
        let total = try? payment?.optional("amounts")?.optional("total")?.number
        let guests = Double(max(1, party))
        return Set(
            [total, lateFee, slotFee?.amount].compactMap { $0 }.flatMap { [$0, $0 * guests, $0 / guests] }
                .compactMap(Fee.cents))
    }
}
