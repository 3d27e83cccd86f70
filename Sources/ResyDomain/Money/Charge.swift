/// One thing that a table costs or may cost. "Known to be free" is the absence of charges, never a charge.
package struct Charge: Sendable, Hashable {
    package enum Kind: String, Sendable { case cancellation, deposit, prepaid, unknown }
    package enum Basis: String, Sendable { case guest, party, unknown }

    /// Where it was read.
    package enum Source: String, Sendable {
        /// The list of tables: a slot or its template.
        case tables
        /// The terms of one table.
        case terms
        /// The account's list of reservations.
        case reservations
    }

    /// What it is for, where its kind does not say it.
    package enum About: Sendable, Hashable {
        /// The kind says it; of an unknown kind nothing is said at all.
        case kind
        /// Something stands where an amount is due, and cannot be read: more than nothing is said.
        case unreadable
        /// The late fee of a party of that size or more, as the table's template has it.
        case largeParty(from: Int?)
        /// The venue's own words, cleaned, which speak of money; of some that is paid at booking or not.
        case words(String, isOfPayment: Bool)
        /// An amount that nothing explains, beside what is paid at booking; nil where it cannot be read.
        case besideTotal(Amount?, total: Amount?)
        /// The same beside the late fee.
        case besideLateFee(Amount?)
        /// An add-on has to be taken, up to that much each where that is stated.
        case addOn(Amount?)
        case serviceCharge(Amount?)
        /// A service charge as a share, in Resy's words: `20%`.
        case serviceShare(String)
        /// The terms are too long to be read whole.
        case endlessTerms
        /// One line of a charge as an earlier version of this program wrote it down.
        case recorded(String)
    }

    package var kind: Kind
    /// Nil where it could not be read.
    package var amount: Amount?
    /// ISO 4217 code, nil where unknown.
    package var currency: String?
    package var basis: Basis
    /// A tax that is not stated comes on top.
    package var isBeforeTax: Bool
    /// Until when it can be cancelled without it, or for what was paid to come back.
    package var cutOff: Instant?
    package var about: About
    package var source: Source

    package init(
        _ kind: Kind, _ amount: Amount?, _ currency: String?, _ basis: Basis, isBeforeTax: Bool = false,
        cutOff: Instant? = nil, about: About = .kind, from source: Source
    ) {
        self.kind = kind
        self.amount = amount
        self.currency = currency
        self.basis = amount == nil ? .unknown : basis
        self.isBeforeTax = isBeforeTax
        self.cutOff = cutOff
        self.about = about
        self.source = source
    }

    /// One whose amount nobody can reckon.
    package static func unreckoned(_ about: About, _ currency: String?, cutOff: Instant?, from source: Source) -> Charge
    {
        Charge(.unknown, nil, currency, .unknown, cutOff: cutOff, about: about, from: source)
    }

    /// All that is said of a table of which Resy says nothing.
    package static func notStated(_ currency: String? = nil, cutOff: Instant? = nil, from source: Source) -> Charge {
        unreckoned(.kind, currency, cutOff: cutOff, from: source)
    }

    /// Says more than that nothing is said.
    package var saysSomething: Bool { kind != .unknown || about != .kind }

    /// Money that is gone at the booking.
    package var isPaid: Bool { kind == .deposit || kind == .prepaid }

    /// The most that a party of that size stands to lose: per guest, or unclear, counts for each guest.
    package func stake(party: Int) -> Stake {
        guard let amount, let currency, !currency.isEmpty, party > 0 else { return .unknown }
        return .known(
            basis == .party ? amount : amount.times(party), currency: currency, isBeforeTax: isBeforeTax)
    }

    /// Whether both are the same sort of money: paid now in whatever way, or a late fee.
    package func isKin(of other: Charge) -> Bool {
        kind == other.kind && kind != .unknown || isPaid && other.isPaid
    }
}
