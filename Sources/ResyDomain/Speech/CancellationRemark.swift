/// What else to know beside the end of a cancellation. `url`: where the account's reservations are shown.
package indirect enum CancellationRemark: Sendable, Equatable {
    case overLimit(isStated: Bool, Charges, party: Int)
    case saidNo
    /// It was named neither by its number nor by the whole name of its restaurant, and is the only one that fits.
    case guessed
    case costs(Charges)
    case notAllowed(url: String)
    case listUnread(isTaken: Bool, url: String)
    case takenAndListed(url: String)
    case unclearAndListed(url: String)
    /// After a refusal that may have come too late: the list may be late as well.
    case refusedAndListed(url: String)
    case notRecorded(isCancelled: Bool)
    case cancelledBefore(isListRead: Bool)
    case cancelledByEarlierCall
    case triedBefore(url: String)
    case earlier(CancellationSoFar)
    case because(Finding)
    case lookWhetherItStands(url: String, Deadline)
    /// One of several: the outcome of the one before it is not known, or the command was stopped.
    case notTried
    /// One of several under one yes, which costs nothing: that one costs more than may be agreed to unasked.
    case heldBack(by: NamedTable, more: Int)
}
