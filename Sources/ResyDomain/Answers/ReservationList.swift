/// The account's tables.
package struct ReservationList: Sendable {
    package var reservations: [Reservation]
    /// Whether Resy answered; if not, the list is what this home remembers.
    package var isSynced: Bool
    package var remarks: [Remark]
    package var undelivered: [UndeliveredWishes] = []

    package init(reservations: [Reservation], isSynced: Bool, remarks: [Remark]) {
        self.reservations = reservations
        self.isSynced = isSynced
        self.remarks = remarks
    }
}
