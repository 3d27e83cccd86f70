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
    /// Hours before the table: one that is not free to cancel until then is not agreed to unasked. Nil: none is too many.
    package var longestCutOff: Double?

    package init(mode: Mode, largestFee: Double, longestCutOff: Double? = nil) {
        self.mode = mode
        self.largestFee = largestFee
        self.longestCutOff = longestCutOff
    }

    /// The way out closes sooner than the user wants unasked.
    package func closesEarly(_ wayOut: WayOut) -> Bool {
        longestCutOff.map { !wayOut.isOpen(untilHoursBefore: $0) } ?? false
    }

    package func decide(_ offer: Offer) -> Consent {
        if offer.isAgreed { return .goAhead }
        switch mode {
        case .always: return .ask
        case .fees: return offer.isFree && !closesEarly(offer.wayOut) ? .goAhead : .ask
        case .never:
            return offer.stake.isWithin(largestFee) && !closesEarly(offer.wayOut) ? .goAhead : .refuse
        }
    }
}
