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
            guard held.status == .confirmed else { return nil }
            let clashes = held.sittings.compactMap { sitting in
                table.clash(with: sitting).map { (gap: table.gap(to: sitting), reason: $0) }
            }
            return clashes.min { $0.gap < $1.gap }.map { ($0.gap, Overlap(reservation: held, reason: $0.reason)) }
        }
        return found.sorted { left, right in
            let isLeftSame = left.overlap.reason == .sameVenueThatEvening
            let isRightSame = right.overlap.reason == .sameVenueThatEvening
            return isLeftSame == isRightSame ? left.gap < right.gap : isLeftSame
        }.map(\.overlap)
    }
}

extension Reservation {
    /// Two where it is not known which of two nights it is.
    fileprivate var sittings: [Sitting] {
        let listed = Sitting(self)
        guard !isDaySure else { return [listed] }
        var later = listed
        later.day = day.adding(days: 1)
        return [listed, later]
    }
}
