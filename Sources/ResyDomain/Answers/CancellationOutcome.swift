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
}
