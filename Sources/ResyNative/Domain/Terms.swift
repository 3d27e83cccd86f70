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

    package init(
        charges: [Fee], cancelBy: Instant?, lines: [String], doubleConfirmation: [String], currency: String?,
        figures: [String] = []
    ) {
        self.charges = charges
        self.cancelBy = cancelBy
        self.lines = lines
        self.doubleConfirmation = doubleConfirmation
        self.currency = currency
        self.figures = figures
    }

    /// The charge to show where there is room for one: what is paid now before what may be paid later.
    package var mainCharge: Fee? {
        charges.first { $0.kind == .prepaid || $0.kind == .deposit } ?? charges.first { $0.kind != .unknown }
            ?? charges.first
    }

    /// The same for the same terms, whenever they are read: moments are whole seconds, texts are cleaned.
    package var canonicalText: String {
        let money = charges.map { fee in
            let amount = fee.amount.flatMap { Fee.cents($0) }.map { String($0) } ?? "?"
            return "\(fee.kind.rawValue):\(amount):\(fee.currency ?? "?"):\(fee.basis.rawValue):\(stamp(fee.cutOff))"
        }
        return (money + [stamp(cancelBy)] + lines + doubleConfirmation + figures).joined(separator: "\n")
    }

    private func stamp(_ moment: Instant?) -> String {
        moment.map { String(Int($0.seconds)) } ?? "-"
    }
}
