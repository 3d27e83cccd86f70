/// What a table demands before it is booked, as Resy states it for one slot.
package struct Terms: Sendable, Equatable {
    /// Where Resy names one charge twice, and differently.
    package enum Disagreement: Sendable, Hashable {
        case tablesAndTerms(listed: Charge, told: Charge)
        case lateFeeTwice(net: Amount, shown: Amount, currency: String?)
    }

    package var charges: Charges
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
    package var disagreements: [Disagreement]

    package init(
        charges: Charges, cancelBy: Instant?, lines: [String], doubleConfirmation: [String], currency: String?,
        figures: [String] = [], paymentType: String? = nil, disagreements: [Disagreement] = []
    ) {
        self.charges = charges
        self.cancelBy = cancelBy
        self.lines = lines
        self.doubleConfirmation = doubleConfirmation
        self.currency = currency
        self.figures = figures
        self.paymentType = paymentType
        self.disagreements = disagreements
    }

    /// Known to cost nothing, and nothing that wants a yes of its own.
    package var isFree: Bool { charges.isEmpty && doubleConfirmation.isEmpty }

    /// All that wants to be read before a yes.
    package var allLines: [String] {
        var seen: Set<String> = []
        return (lines + doubleConfirmation).filter { seen.insert($0).inserted }
    }

    /// The same for the same terms, whenever they are read: moments are whole seconds, texts are cleaned.
    package var canonicalText: String {
        let until = cancelBy.map { String(Int($0.seconds)) } ?? "-"
        return ([charges.canonicalText, until, paymentType ?? "-"] + lines + doubleConfirmation + figures)
            .joined(separator: "\n")
    }
}
