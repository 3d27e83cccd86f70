/// Whether a table would stand in the way of one already held.
package struct Overlap: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case sameVenueThatEvening
        /// Less than two and a half hours apart.
        case sameHours
    }

    package let reservation: Reservation
    package let reason: Reason

    /// The clashes of a table with confirmed reservations, those at the same venue first, then by nearness.
    package static func clashes(of table: Sitting, with reservations: [Reservation]) -> [Overlap] {
        let found = reservations.compactMap { held -> (gap: Double, overlap: Overlap)? in
            guard held.status == .confirmed, let reason = table.clash(with: Sitting(held)) else { return nil }
            return (table.gap(to: Sitting(held)), Overlap(reservation: held, reason: reason))
        }
        return found.sorted { left, right in
            let isLeftSame = left.overlap.reason == .sameVenueThatEvening
            let isRightSame = right.overlap.reason == .sameVenueThatEvening
            return isLeftSame == isRightSame ? left.gap < right.gap : isLeftSame
        }.map(\.overlap)
    }
}
