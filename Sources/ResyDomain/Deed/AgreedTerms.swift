/// What a booking was sent under, for whoever tells of it again.
package struct AgreedTerms: Sendable, Equatable {
    /// As the venue words them, cleaned.
    package var lines: [String]
    package var charges: Charges
    /// Until when it can be cancelled without a fee.
    package var cancelBy: Instant?

    package init(lines: [String], charges: Charges, cancelBy: Instant?) {
        self.lines = lines
        self.charges = charges
        self.cancelBy = cancelBy
    }
}

extension Terms {
    package var agreed: AgreedTerms { AgreedTerms(lines: allLines, charges: charges.told, cancelBy: cancelBy) }
}
