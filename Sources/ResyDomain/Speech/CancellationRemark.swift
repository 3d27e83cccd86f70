/// What else to know beside the end of a cancellation. `url`: where the account's reservations are shown.
package indirect enum CancellationRemark: Sendable, Equatable {
    case overLimit(isStated: Bool, Charges)
    case saidNo
    case costs(Charges)
    case notAllowed(url: String)
    case listUnread(isTaken: Bool, url: String)
    case takenAndListed(url: String)
    case unclearAndListed(url: String)
    case notRecorded(isCancelled: Bool)
    case cancelledBefore(isListRead: Bool)
    case cancelledByEarlierCall
    case triedBefore(url: String)
    case earlier(CancellationSoFar)
    case because(Finding)
    case lookWhetherItStands(url: String, Deadline)
}
