package import ResyDomain

/// What is paid when the table is booked.
struct DueNow {
    /// `payment.config.type`, in lower case.
    var type: String?
    var total: Double?
    /// What the bill names instead where its total is zero: the dearest of its parts and of the ways to pay it.
    var price: Amount?
    /// Amounts beside the total that nothing explains.
    var others: [Double]

    /// None only for `free` with a total of zero and no amount beside it.
    func charges(listed: ListedPrice, currency: String?, cutOff: Instant?, lateFee: LateFee?) -> Charges {
        // A table that the list calls paid is paid for with what its bill names, where its total is zero.
        if let due = (total.flatMap { $0 > 0 ? $0 : nil }) ?? (listed.saysPaid ? price?.value : nil) {
            let paid = paid(Amount(due), listed, currency, cutOff)
            // What is less is a part of it.
            guard let other = others.max(), other > due else { return [paid] }
            return [paid, beside(other, currency, cutOff)]
        }
        if let other = others.max() { return [beside(other, currency, cutOff)] }
        if type == "free", total == 0 { return [] }
        // A card held for a fee that is stated: the fee is all there is, whatever the word for it.
        let isForNow = ["deposit", "paid", "prepay"].contains { type?.contains($0) == true }
        if total == 0, let fee = lateFee?.amount, !fee.isZero, !isForNow { return [] }
        // A word that is not known, with nothing due now: a card hold, most likely. Shown, never guessed free.
        return [.notStated(currency, cutOff: cutOff, from: .terms)]
    }

    private func paid(_ amount: Amount?, _ listed: ListedPrice, _ currency: String?, _ cutOff: Instant?) -> Charge {
        let isDeposit = type?.contains("deposit") == true || listed.charges.contains { $0.kind == .deposit }
        return Charge(isDeposit ? .deposit : .prepaid, amount, currency, .party, cutOff: cutOff, from: .terms)
    }

    private func beside(_ other: Double, _ currency: String?, _ cutOff: Instant?) -> Charge {
        .unreckoned(
            .besideTotal(Amount(other), total: total.flatMap { Amount($0) }), currency, cutOff: cutOff, from: .terms)
    }
}

/// What the list of tables said of the one whose terms are read.
package struct ListedPrice: Sendable, Equatable {
    package var charges: Charges
    /// See `Slot.saysPaid`.
    package var saysPaid: Bool
    /// The venue's, where its terms name none.
    package var currency: String?
    /// When the meal begins.
    package var start: Instant?

    package init(charges: Charges = [], saysPaid: Bool = false, currency: String? = nil, start: Instant? = nil) {
        self.charges = charges
        self.saysPaid = saysPaid
        self.currency = currency
        self.start = start
    }

    package init(_ slot: Slot, at venue: Venue) {
        self.init(
            charges: slot.charges, saysPaid: slot.saysPaid, currency: venue.currency,
            start: venue.zone?.instant(slot.day, slot.time))
    }
}
