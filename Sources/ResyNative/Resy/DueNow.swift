/// What is paid when the table is booked.
struct DueNow {
    /// `payment.config.type`, in lower case.
    var type: String?
    var total: Double?
    /// Amounts beside the total that nothing explains.
    var others: [Double]

    /// None only for `free` with a total of zero and no amount beside it.
    func charges(slotFee: Fee?, currency: String?, cutOff: Instant?, lateFee: LateFee?) -> [Fee] {
        if let total, total > 0 {
            let kind: Fee.Kind =
                type?.contains("deposit") == true || slotFee?.kind == .deposit ? .deposit : .prepaid
            let paid = Fee.worded(kind, total, currency, .party, cutOff: cutOff)
            // What is less is a part of it.
            guard let other = others.max(), other > total else { return [paid] }
            return [paid, beside(other, currency, cutOff)]
        }
        if let other = others.max() { return [beside(other, currency, cutOff)] }
        if type == "free", total == 0 { return [] }
        // A card held for a fee that is stated: the fee is all there is, whatever the word for it.
        let isForNow = ["deposit", "paid", "prepay"].contains { type?.contains($0) == true }
        if total == 0, let fee = lateFee?.amount, fee > 0, !isForNow { return [] }
        // A word that is not known, with nothing due now: a card hold, most likely. Shown, never guessed free.
        return [Fee.worded(.unknown, nil, currency, .unknown, cutOff: cutOff)]
    }

    private func beside(_ other: Double, _ currency: String?, _ cutOff: Instant?) -> Fee {
        let total = total.map { " beside a total of \(Fee.plain($0))" } ?? ""
        return .unreckoned(
            "Resy names \(Fee.named(other, currency))\(total), and not what for", currency, cutOff: cutOff)
    }
}
