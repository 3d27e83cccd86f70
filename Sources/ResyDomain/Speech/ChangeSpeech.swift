/// What keeps a table from being changed.
package enum ChangeFinding: Sendable, Equatable {
    /// Nothing is said that is to be different.
    case nothingSaid
    /// It was cancelled before, from here.
    case cancelledBefore(NamedTable)
    /// A cancellation of it has no outcome yet.
    case beingCancelled(NamedTable, CancellationSoFar)
    /// An earlier change of it has no outcome yet, and what is asked for now was not tried; nil where that is no table.
    case changeOpen(NamedTable, to: NamedTable, notTried: NamedTable?)
    /// It took the place of that one, which is asked for.
    case changedBefore(old: NamedTable, new: NamedTable)
    /// The list does not say which restaurant it is at.
    case venueUnknown(NamedTable)
}

/// What else to know beside the end of a change. `url`: where the account's reservations are shown.
package indirect enum ChangeRemark: Sendable, Equatable {
    /// It is so already.
    case nothingToChange
    /// The seating of the old table is not to be had.
    case otherSeating(old: String, new: String)
    case saidNo
    case overLimit(Stake, limit: Double)
    /// Why the old one stands alone.
    case because(Finding)
    /// Nothing was sent: Resy does not let the old table be cancelled any more.
    case oldStays(url: String)
    /// The question came before of another way.
    case otherWay
    case changedBefore
    /// An earlier try has no outcome yet; nothing was sent again.
    case triedBefore(url: String)
    case underWayElsewhere
    case unknown(BookingRemark.Unclear, listUnread: Bool, url: String)
    /// Resy changed it and left the old one.
    case oldLeft
    /// The cancellation of the old table did not go through.
    case oldNotCancelled(Finding?)
    /// It was sent, and is not known to have gone through.
    case oldMaybeCancelled(url: String)
    case oldKept
    case notRecorded
    /// A wish of the old table goes along.
    case wishesGoAlong
}
