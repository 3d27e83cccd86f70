/// What else to know beside the end of a booking. `url`: where the account's reservations are shown.
package enum BookingRemark: Sendable, Equatable {
    case triedBefore(url: String)
    case bookedAndMaybeCancelled(id: Int, CancellationSoFar, url: String)
    case bookedBefore
    case bookedElsewhere
    /// Of one that was booked before, and would not be booked unasked now.
    case bookedAboveLimit(Stake, limit: Double)
    case bookedBeforeListUnread
    case bookedJustNow
    case underWayElsewhere
    case notRecorded
    /// What is at stake is above the user's own limit; nobody was asked.
    case overLimit(Stake, limit: Double)
    /// It is not free to cancel for as long as the user wants unasked.
    case closesEarly(WayOut, mostHours: Double)
    case saidNo
    /// Resy refused it for this very table, which no list shows.
    case heldUnseen(APIFailure.Existing, url: String)
    case unknown(Unclear, listUnread: Bool, url: String)
    case disagreement(Terms.Disagreement)

    /// What came back for a booking instead of a clear answer.
    package enum Unclear: Sendable, Equatable {
        case takenWithoutNumber
        case limited
        case refused(status: Int, message: String?)
        case fault(status: Int)
        /// A guard's page, and not Resy's word.
        case blocked(status: Int)
        case nothing
    }
}
