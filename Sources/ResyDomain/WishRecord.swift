/// One wish for a table that was booked from here, and how far it came.
package struct WishRecord: Sendable, Equatable {
    package var id: Int
    /// The booking's entry in the journal.
    package var entry: Int
    package var account: String
    /// Nil as long as it is not known that the table is booked.
    package var reservationID: Int?
    package var venueName: String?
    package var flow: WishFlow
    /// Nil while it is under way.
    package var ending: WishFlow.End?
    /// What the reservation holds instead, where it ended with that.
    package var held: String?
    /// The table is booked, and no cancellation of it is open, as far as this home knows.
    package var isOfStandingTable: Bool

    package init(
        id: Int, entry: Int, account: String, reservationID: Int?, venueName: String?, flow: WishFlow,
        ending: WishFlow.End?, held: String?, isOfStandingTable: Bool
    ) {
        self.id = id
        self.entry = entry
        self.account = account
        self.reservationID = reservationID
        self.venueName = venueName
        self.flow = flow
        self.ending = ending
        self.held = held
        self.isOfStandingTable = isOfStandingTable
    }

    package var wish: Wish { flow.wish }
    package var isOpen: Bool { ending == nil && isOfStandingTable }
}
