/// What a booking was sent under, for whoever tells of it again.
package struct AgreedTerms: Sendable, Equatable {
    /// As the venue words them, cleaned.
    package var lines: [String]
    /// Nil: known to cost nothing.
    package var fee: Fee?
    /// Until when it can be cancelled without a fee.
    package var cancelBy: Instant?

    package init(lines: [String], fee: Fee?, cancelBy: Instant?) {
        self.lines = lines
        self.fee = fee
        self.cancelBy = cancelBy
    }
}

extension Terms {
    /// All that wants to be read before a yes.
    package var allLines: [String] { lines + doubleConfirmation }

    package var agreed: AgreedTerms { AgreedTerms(lines: allLines, fee: mainCharge, cancelBy: cancelBy) }
}
