/// What else to know beside the end of a booking. `url`: where the account's reservations are shown.
package enum BookingRemark: Sendable, Equatable {
    case triedBefore(url: String)
    case bookedAndMaybeCancelled(id: Int, CancellationSoFar, url: String)
    case bookedBefore
    case bookedBeforeListUnread
    case bookedJustNow
    case underWayElsewhere
    case notRecorded
    case overLimit(isStated: Bool)
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
        case nothing
    }
}
