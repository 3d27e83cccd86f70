/// Whether a deed may go ahead unasked, given what is at stake and what the user set.
package enum Consent: Sendable, Equatable {
    case goAhead
    case ask
    /// The user's own limit says no, and asking was switched off.
    case refuse
}

/// What the user set about being asked.
package struct ConsentPolicy: Sendable {
    package enum Mode: Sendable { case always, fees, never }

    package var mode: Mode
    /// Most money at stake, for the whole party, that `never` agrees to.
    package var largestFee: Double

    package init(mode: Mode, largestFee: Double) {
        self.mode = mode
        self.largestFee = largestFee
    }

    package func decide(_ offer: Offer) -> Consent {
        if offer.isAgreed { return .goAhead }
        switch mode {
        case .always: return .ask
        case .fees: return offer.isFree ? .goAhead : .ask
        case .never: return offer.stake.isWithin(largestFee) ? .goAhead : .refuse
        }
    }
}
