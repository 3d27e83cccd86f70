/// What a table demands before it is booked, as Resy states it for one slot.
package struct Terms: Sendable, Equatable {
    /// Everything that costs or may cost money; empty means known to cost nothing.
    package var charges: [Fee]
    /// Until when it can be cancelled without a fee.
    package var cancelBy: Instant?
    /// Policy lines as the venue words them, cleaned.
    package var lines: [String]
    /// Lines that want an explicit yes whatever they cost.
    package var doubleConfirmation: [String]
    package var currency: String?
    /// Every amount that the answer names, with its place: a yes is for these too.
    package var figures: [String]
    /// Resy's word for how it is paid: a hold that became a payment is another thing to agree to.
    package var paymentType: String?
    /// Where Resy names one charge twice, and differently.
    package var remarks: [String]

    package init(
        charges: [Fee], cancelBy: Instant?, lines: [String], doubleConfirmation: [String], currency: String?,
        figures: [String] = [], paymentType: String? = nil, remarks: [String] = []
    ) {
        self.charges = charges
        self.cancelBy = cancelBy
        self.lines = lines
        self.doubleConfirmation = doubleConfirmation
        self.currency = currency
        self.figures = figures
        self.paymentType = paymentType
        self.remarks = remarks
    }

    /// The charge to show where there is room for one: what is paid now before what may be paid later.
    package var mainCharge: Fee? {
        charges.first { $0.kind == .prepaid || $0.kind == .deposit } ?? charges.first { $0.kind != .unknown }
            ?? charges.first { $0.saysSomething } ?? charges.first
    }

    /// What a person must know beside the main charge.
    package var otherMoney: [String] {
        let main = mainCharge
        return remarks
            + charges.filter { $0 != main && $0.saysSomething }.map { charge in
                "\(charge.kind == .unknown ? "It may cost more" : "Also at stake"): \(charge.text)."
            }
    }

    /// What a late cancellation costs: its fee and what was paid; with whatever may come to it.
    func lossWhenCancelled(party: Int) -> Fee? {
        let late = charges.first { $0.kind == .cancellation }
        let paid = charges.first { $0.kind == .deposit || $0.kind == .prepaid }
        let both = late.flatMap { late in paid.map { late.together(with: $0, party: party) } }
        guard let loss = both ?? late ?? mainCharge else { return nil }
        return loss.and(charges.first { $0.kind == .unknown && $0 != loss && $0.saysSomething })
    }

    /// The same for the same terms, whenever they are read: moments are whole seconds, texts are cleaned.
    package var canonicalText: String {
        let money = charges.map { fee in
            let amount = fee.amount.flatMap { Fee.cents($0) }.map { String($0) } ?? "?"
            return "\(fee.kind.rawValue):\(amount):\(fee.currency ?? "?"):\(fee.basis.rawValue):\(stamp(fee.cutOff))"
        }
        return (money + [stamp(cancelBy), paymentType ?? "-"] + lines + doubleConfirmation + figures)
            .joined(separator: "\n")
    }

    private func stamp(_ moment: Instant?) -> String {
        moment.map { String(Int($0.seconds)) } ?? "-"
    }
}
