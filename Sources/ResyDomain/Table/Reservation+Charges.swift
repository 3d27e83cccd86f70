extension Reservation {
    /// What this home knows of a table that Resy's list shows: where it was booked, and what it costs.
    package mutating func takeWords(from ours: Reservation) {
        source = ours.source
        takeCharges(from: ours)
    }

    mutating func takeCharges(from ours: Reservation) {
        let listed = charges
        charges = listed.merged(withAgreed: ours.charges, listedUntil: cancelBy, party: party)
        cancelBy = cancelBy ?? ours.cancelBy
        // The list's date is for its late fee alone: what was paid may be lost sooner, or for good.
        if !listed.isEmpty, !listed.contains(where: \.isPaid), ours.charges.contains(where: \.isPaid) {
            cancelBy = charges.freeUntil
        }
    }

    /// What is cancelled cannot be cancelled again, and has no deadline and no price for that.
    package mutating func dropCancelling() {
        (cancelBy, charges, mayCancel) = (nil, [], false)
    }
}
