/// What a yes is asked for: what a deed comes to, as Resy states it at one moment.
package struct Offer: Sendable, Equatable {
    /// Money that is spent or lost, or may be.
    package var stake: Stake
    /// Known to cost nothing, and nothing in it wants a yes of its own.
    package var isFree: Bool
    /// The same for the same terms, whenever they are read.
    package var cost: String
    /// A yes to these very terms was given.
    package var isAgreed: Bool
    /// Of a table that is to be booked.
    package var wayOut = WayOut.always

    package init(stake: Stake, isFree: Bool, cost: String, isAgreed: Bool) {
        self.stake = stake
        self.isFree = isFree
        self.cost = cost
        self.isAgreed = isAgreed
    }
}

extension Offer {
    package init(_ terms: Terms, party: Int, start: Instant? = nil, isAgreed: Bool) {
        self.init(
            stake: terms.charges.stake(party: party), isFree: terms.isFree, cost: terms.canonicalText,
            isAgreed: isAgreed)
        wayOut = WayOut(terms, start: start)
    }

    /// Of a cancellation: dates may pass meanwhile, the money counts.
    package init(cancelling charges: Charges, party: Int, isAgreed: Bool) {
        self.init(
            stake: charges.stake(party: party), isFree: charges.isEmpty, cost: charges.timeless.canonicalText,
            isAgreed: isAgreed)
    }
}
