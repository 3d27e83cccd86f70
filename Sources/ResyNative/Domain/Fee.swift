/// Money that a table costs or may cost. "Known to be free" is the absence of a fee, never this type.
package struct Fee: Sendable, Hashable {
    package enum Kind: String, Sendable { case cancellation, deposit, prepaid, unknown }
    package enum Basis: String, Sendable { case guest, party, unknown }

    package var kind: Kind
    /// Nil where the amount could not be read.
    package var amount: Double?
    /// ISO 4217 code, nil where unknown.
    package var currency: String?
    package var basis: Basis
    /// Until when it can be cancelled without the fee.
    package var cutOff: Instant?
    /// One cleaned line that says all of it.
    package var text: String

    package init(
        kind: Kind, amount: Double?, currency: String?, basis: Basis, cutOff: Instant?, text: String
    ) {
        self.kind = kind
        self.amount = amount
        self.currency = currency
        self.basis = basis
        self.cutOff = cutOff
        self.text = text
    }
}
