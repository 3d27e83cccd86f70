/// Whether a booking may go ahead unasked, given what is at stake and what the user set.
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
    package var party: Int

    package init(mode: Mode, largestFee: Double, party: Int) {
        self.mode = mode
        self.largestFee = largestFee
        self.party = party
    }

    /// `agreed`: these very terms were shown and a yes came back.
    package func decide(_ terms: Terms, agreed: Bool) -> Consent {
        if agreed { return .goAhead }
        switch mode {
        case .always: return .ask
        case .fees: return terms.isFree ? .goAhead : .ask
        case .never: return terms.charges.stake(party: party).isWithin(largestFee) ? .goAhead : .refuse
        }
    }
}
