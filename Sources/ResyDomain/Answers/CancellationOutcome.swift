/// How a cancellation ended, or what it waits for.
package struct CancellationOutcome: Sendable {
    package enum Status: String, Sendable {
        case cancelled, needsConfirmation = "needs_confirmation", declined, notCancelled = "not_cancelled", unknown
    }

    package var status: Status
    package var reservation: Reservation
    package var remarks: [Remark]
    /// Money back: true, false, or nil where Resy did not say or nothing had been paid.
    package var refund: Bool?
    /// Known to be charged by this cancellation; nil where nothing is, or how much is not known.
    package var charged: Charged?
    /// Where it waits for a yes: as the venue words them, cleaned; nil where they are not known.
    package var terms: [String]?
    package var confirmToken: String?
    package var confirmBefore: Instant?
    /// An earlier call did it and had Resy's word on a refund; this one asked for nothing.
    package var isEarlier = false
    /// What it waits for, where the client asks between two calls.
    package var question: OpenQuestion?

    package init(_ status: Status, _ reservation: Reservation, remarks: [Remark] = []) {
        self.status = status
        self.reservation = reservation
        self.remarks = remarks
    }

    /// One of several that was not even tried.
    package var isUntried: Bool {
        remarks.contains {
            switch $0 {
            case .cancelling(.notTried), .cancelling(.heldBack): true
            default: false
            }
        }
    }
}

/// Money that was taken.
package struct Charged: Sendable, Equatable {
    package var amount: Amount
    /// ISO 4217 code.
    package var currency: String

    package init(_ amount: Amount, _ currency: String) {
        self.amount = amount
        self.currency = currency
    }

    /// What cancelling takes from a party at these costs: its late fee. Nil where there is none, or where how much it is in
    /// all is not stated.
    package init?(_ cost: Charges, party: Int) {
        let fees = cost.filter { $0.kind == .cancellation }
        guard !fees.isEmpty, fees.allSatisfy({ $0.basis != .unknown }), !cost.contains(where: { $0.kind == .unknown }),
            case .known(let amount, let currency, isBeforeTax: false) = Charges(Array(fees)).stake(party: party)
        else { return nil }
        self.init(amount, currency)
    }
}
